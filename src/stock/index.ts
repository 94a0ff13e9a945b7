import { location, locationTree } from './location.ts'
import { locationType } from './location-type.ts'

/** The stock room: where stock lies. */
export const stockRoom = { ...location.operations, ...locationTree.operations, ...locationType.operations }
