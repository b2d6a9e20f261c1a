namespace DealBot.Imaging.Text;

/// <summary>A text in lines.</summary>
/// <param name="Lines">The lines; none for blank text.</param>
/// <param name="IsCut">Whether text is missing, and the last line ends in <c>…</c> for it.</param>
/// <param name="HasCutWord">Whether a word was too long for a line and goes on in the next.</param>
public sealed record WrappedText(IReadOnlyList<string> Lines, bool IsCut, bool HasCutWord);
