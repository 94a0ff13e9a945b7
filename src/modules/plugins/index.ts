export { tellOfMail } from './mail.ts'
