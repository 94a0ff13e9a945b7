export { carriesTags, hasTag, inTags, setTags, tagsOf } from './tags.ts'
