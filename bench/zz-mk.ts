import { database } from '/work/w/h20/bench/data.ts'
console.log(await database(Number(process.argv[2]), (t) => console.error(t)))
