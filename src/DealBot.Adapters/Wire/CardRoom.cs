using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>
/// Cuts what a card says to what a call can hold, where a platform limits the call as a whole. A text that is too long is split before it gets to an
/// adapter; a card is one message.
/// </summary>
internal static class CardRoom
{
    private const int LeastBytes = 32;

    /// <summary>The message, shortened if it is a card that is too long.</summary>
    /// <param name="message">The message.</param>
    /// <param name="mostBytes">Longest body of a call.</param>
    /// <param name="bodyOf">The body of a message.</param>
    public static OutgoingMessage Fit(OutgoingMessage message, int mostBytes, Func<OutgoingMessage, string> bodyOf) => message switch
    {
        OutgoingMessage.News news => news with { Description = Cut(news.Description, mostBytes, text => bodyOf(news with { Description = text })) },
        OutgoingMessage.Card card => card with { Content = Cut(card.Content, mostBytes, text => bodyOf(card with { Content = text })) },
        _ => message,
    };

    // Markup and escapes add to a text and never take away: so many bytes less of it are at least as many less of the body.
    private static string Cut(string text, int mostBytes, Func<string, string> bodyOf)
    {
        while (text.Length > 0 && Utf8Text.Bytes(bodyOf(text)) - mostBytes is > 0 and var excess)
            text = Utf8Text.Bytes(text) - excess is >= LeastBytes and var room ? Utf8Text.Cut(text, room) : "";

        return text;
    }
}
