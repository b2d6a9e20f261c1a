namespace DealBot.Contracts;

/// <summary>The kinds of <see cref="OutgoingMessage"/>; an adapter says which it can send.</summary>
[Flags]
public enum MessageKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="OutgoingMessage.Text"/>.</summary>
    Text = 1,

    /// <summary><see cref="OutgoingMessage.Markdown"/>.</summary>
    Markdown = 2,

    /// <summary><see cref="OutgoingMessage.Image"/>.</summary>
    Image = 4,

    /// <summary><see cref="OutgoingMessage.News"/>.</summary>
    News = 8,

    /// <summary><see cref="OutgoingMessage.Captioned"/>.</summary>
    Captioned = 16,

    /// <summary><see cref="OutgoingMessage.Card"/>.</summary>
    Card = 32,

    /// <summary><see cref="OutgoingMessage.File"/>.</summary>
    File = 64,
}
