/**
 * The fields that a refusal of PayTR's names, for the log: its sentence may quote what a customer typed. PayTR writes
 * its fields' names in lower case with underscores, as in "Zorunlu alan degeri gecersiz: user_phone".
 */
export function fieldsNamedIn(reason: string): string {
  const fields = reason.match(/(?<![\w.@-])[a-z]+(?:_[a-z]+)+(?![\w.@-]*@)(?!\w)/g) ?? [];
  return fields.length === 0 ? 'no field named' : [...new Set(fields)].join(' ');
}
