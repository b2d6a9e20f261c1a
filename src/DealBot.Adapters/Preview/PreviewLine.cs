using DealBot.Contracts;

namespace DealBot.Adapters.Preview;

/// <summary>One line of <c>messages.jsonl</c>; of the fields below <see cref="Kind"/> only those of the kind are present.</summary>
internal sealed record PreviewLine(string Id, DateTimeOffset At, string Kind)
{
    public string? Text { get; init; }

    /// <summary>Name of the attached file next to the line's own.</summary>
    public string? File { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? PictureUrl { get; init; }

    /// <summary>Facts of a card, each as name and value.</summary>
    public IReadOnlyList<string[]>? Facts { get; init; }

    public string? Button { get; init; }

    /// <summary>Name that a file was sent under.</summary>
    public string? Name { get; init; }

    public static PreviewLine Of(SendRequest request, DateTimeOffset at, string? file) => request.Message switch
    {
        OutgoingMessage.Text text => new(request.MessageId, at, "text") { Text = text.Content },
        OutgoingMessage.Markdown markdown => new(request.MessageId, at, "markdown") { Text = markdown.Source },
        OutgoingMessage.News news => new(request.MessageId, at, "news")
        {
            Title = news.Title,
            Description = news.Description,
            Url = news.Url.AbsoluteUri,
            PictureUrl = news.PictureUrl?.AbsoluteUri,
        },
        OutgoingMessage.Captioned captioned => new(request.MessageId, at, "captioned") { Text = captioned.Content, File = file },
        OutgoingMessage.Card card => new(request.MessageId, at, "card")
        {
            Title = card.Title,
            Description = card.Content,
            Facts = [.. card.Facts.Select(fact => new[] { fact.Name, fact.Value })],
            Button = card.Button,
            Url = card.Url.AbsoluteUri,
            PictureUrl = card.PictureUrl?.AbsoluteUri,
        },
        OutgoingMessage.File sent => new(request.MessageId, at, "file") { File = file, Name = sent.Name },
        _ => new(request.MessageId, at, "image") { File = file },
    };
}
