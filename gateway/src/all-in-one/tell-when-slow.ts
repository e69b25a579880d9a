/** Tells what happens while it takes longer than a moment; says nothing when it does not. */
export async function tellWhenSlow<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
  const timer = setTimeout(() => console.log(text), 1_000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
