/** Why a zip is refused. */
export class UnsafeArchive extends Error {}
