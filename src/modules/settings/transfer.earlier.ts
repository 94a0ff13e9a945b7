// Settings as earlier releases wrote them.
import type { Translation, Translations } from '#framework/transfer/translate.ts'

const SETTING = 'common.inventreesetting'

/** A setting goes by another name today. */
const renamedSetting = (from: string, to: string): Translation => ({
  model: SETTING,
  translate: (settings, { file, translated }) => {
    const old = settings.find(({ fields }) => fields.key === from)
    if (!old) return
    file.keep(SETTING, ({ pk, fields }) => pk === old.pk || fields.key !== to)
    old.fields = { ...old.fields, key: to }
    translated(`${SETTING} ${from}`, to)
  }
})

/** Settings, from release to release. */
export const SETTING_EARLIER: Translations = {
  '1.2': [renamedSetting('PART_PARAMETER_ENFORCE_UNITS', 'PARAMETER_ENFORCE_UNITS')]
}
