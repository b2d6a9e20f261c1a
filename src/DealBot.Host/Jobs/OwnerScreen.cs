using DealBot.Contracts;

namespace DealBot.Host.Jobs;

/// <summary>What a running service says to whoever looks on, in the reader's language. The log says it as well, in English and for programs.</summary>
public sealed class OwnerScreen(Language language, Action<string> write)
{
    /// <summary>Shows nothing: nobody looks on.</summary>
    public static OwnerScreen Dark { get; } = new(Language.Chinese, static _ => { });

    public void Show(string zh, string en) => Show(new Phrase(zh, en));

    public void Show(Phrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        try
        {
            write(phrase.In(language));
        }
        catch (IOException)
        {
            // A file on a disk that is full, or a terminal that is gone. The log has said it; whoever shows it here must not end for it.
        }
    }
}
