const FINAL = ['not-allowed', 'record-not-available', 'budget-reached', 'switched-off', 'question-invalid', 'too-large'];

/** Says a problem in the asker's language: what happened, what still works, when to try again. */
export function problemText(problem, language) {
  const { code, resetDate, retryAfter, detail } = problem;
  const when = waitText(retryAfter, language);
  if (code === 'budget-reached') {
    return resetDate
      ? language.text('problem.budget-reached', { date: language.date(resetDate) })
      : language.text('problem.budget-reached-undated');
  }
  const key = `problem.${code}`;
  if (language.has(key)) return language.text(key, { when });
  return detail || language.text('problem.internal', { when });
}

/** Whether asking the same again can help. */
export const retryHelps = ({ code }) => !FINAL.includes(code);

function waitText(seconds, language) {
  if (seconds === null || seconds <= 0) return language.text('soon');
  if (seconds < 120) return language.text('inSeconds', { count: Math.ceil(seconds) });
  return language.text('inMinutes', { count: Math.ceil(seconds / 60) });
}
