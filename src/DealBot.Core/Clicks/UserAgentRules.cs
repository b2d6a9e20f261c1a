namespace DealBot.Core.Clicks;

/// <summary>
/// Tells people from machines by the user agent; the first rule that holds names the machine. Members read links inside chat apps
/// (MicroMessenger, wxwork, QQ, DingTalk, Lark): those are browsers like any other. The servers of WeChat, WeCom, QQ and Feishu that
/// fetch previews announce themselves by no name that is documented; what is known of them is their networks and their haste.
/// </summary>
internal static class UserAgentRules
{
    /// <summary>
    /// What is worth remembering of an agent is remembered up to this length. Browsers stay far below; whoever sends a new text with each request, as
    /// long as a request may be, would fill hundreds of megabytes.
    /// </summary>
    public const int LongestRemembered = 512;

    /// <summary>Names that fetchers of previews give themselves.</summary>
    private static readonly string[] Previews =
    [
        "DingTalkBot-LinkService", "TelegramBot", "WhatsApp/", "facebookexternalhit", "Facebot", "meta-externalfetcher", "Twitterbot", "Slackbot", "Slack-ImgProxy",
        "Discordbot", "LinkedInBot", "SkypeUriPreview", "MicrosoftPreview", "BingPreview", "Google Web Preview", "Mattermost-Bot", "Mastodon", "Embedly", "Iframely",
        "LinkPreview", "Link Preview", "URL Preview", "Unfurl", "vkShare", "redditbot", "Synapse (bot", "Viber",
    ];

    private static readonly string[] Crawlers = ["spider", "crawl", "slurp", "archiver", "HTTrack", "masscan", "zgrab", "scanner", "Inspect/", "uptime", "monitor"];

    private static readonly string[] Scripts =
    [
        "curl/", "wget/", "python-", "aiohttp", "okhttp", "Go-http-client", "Java/", "Apache-HttpClient", "HttpClient", "libwww", "scrapy", "axios/", "node-fetch",
        "undici", "Dalvik/", "PostmanRuntime",
    ];

    private static readonly string[] Automatons = ["HeadlessChrome", "PhantomJS", "Selenium", "Puppeteer", "Playwright", "Electron/Native"];

    public static readonly IReadOnlyList<UserAgentRule> All =
    [
        new("no_user_agent", ClickKind.Bot, string.IsNullOrWhiteSpace),
        new("preview_fetcher", ClickKind.Preview, agent => Has(agent, Previews)),
        new("app_itself", ClickKind.Preview, IsAppItself),
        new("crawler", ClickKind.Bot, agent => Has(agent, Crawlers) || IsNamedBot(agent)),
        new("script", ClickKind.Bot, agent => Has(agent, Scripts)),
        new("automaton", ClickKind.Bot, agent => Has(agent, Automatons)),
        new("names_an_address", ClickKind.Bot, agent => Has(agent, "http://", "https://")),
        new("no_browser", ClickKind.Bot, agent => !agent.StartsWith("Mozilla/", StringComparison.Ordinal) && !agent.StartsWith("Opera/", StringComparison.Ordinal)),
    ];

    /// <summary>An app that fetches by itself, without a page being shown: Apple's own library, or WeChat's.</summary>
    private static bool IsAppItself(string agent) => agent.Contains("CFNetwork/", StringComparison.Ordinal) || agent == "MicroMessenger Client";

    /// <summary>Has <c>bot</c> in it, and not because the phone is a Cubot.</summary>
    private static bool IsNamedBot(string agent)
    {
        for (var at = 0; (at = agent.IndexOf("bot", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 3)
        {
            if (at < 2 || !agent.AsSpan(at - 2, 2).Equals("cu", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(string agent, params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            if (agent.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
