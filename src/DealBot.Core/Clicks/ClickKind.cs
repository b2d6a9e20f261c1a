namespace DealBot.Core.Clicks;

/// <summary>Who followed a link. Only people are counted.</summary>
public enum ClickKind
{
    /// <summary>A person, as far as can be told.</summary>
    Person,

    /// <summary>A HEAD request: nobody saw anything.</summary>
    Head,

    /// <summary>A chat app or search engine fetching a preview.</summary>
    Preview,

    /// <summary>A script, a scanner, or no user agent at all.</summary>
    Bot,
}
