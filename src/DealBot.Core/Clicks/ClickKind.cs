namespace DealBot.Core.Clicks;

/// <summary>Who followed a link. Only people are counted. The order is written to disks: new kinds go to the end.</summary>
public enum ClickKind
{
    /// <summary>A person, as far as can be told.</summary>
    Person,

    /// <summary>A HEAD request: nobody saw anything.</summary>
    Head,

    /// <summary>A chat app, a browser or a search engine fetching a page that nobody has asked for yet.</summary>
    Preview,

    /// <summary>A script, a scanner, or no user agent at all.</summary>
    Bot,

    /// <summary>The owner trying his own links.</summary>
    Own,

    /// <summary>The same person on the same link again within seconds: one click, told twice.</summary>
    Repeat,
}
