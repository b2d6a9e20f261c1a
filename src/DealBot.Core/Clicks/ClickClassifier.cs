namespace DealBot.Core.Clicks;

/// <summary>Tells people from machines by method and user agent. A pure function; what it does not know counts as a person.</summary>
public static class ClickClassifier
{
    private static readonly string[] PreviewMarks =
    [
        "facebookexternalhit", "Twitterbot", "TelegramBot", "WhatsApp", "Slackbot", "Slack-ImgProxy", "Discordbot", "LinkedInBot", "SkypeUriPreview",
        "WeChatShareExtension", "wxwork-preview", "WeComPreview", "DingTalkBot", "DingTalk-LinkPreview", "Lark-Preview", "FeishuBot", "QQ-URLManager", "Mattermost", "Embedly", "Iframely",
    ];

    private static readonly string[] BotMarks =
    [
        "bot", "spider", "crawl", "slurp", "curl/", "wget/", "python-", "okhttp", "Go-http-client", "Java/", "HttpClient", "libwww", "scrapy", "HeadlessChrome",
        "PhantomJS", "masscan", "zgrab", "monitor", "checker", "scan",
    ];

    public static ClickKind Classify(string method, string? userAgent)
    {
        if (string.Equals(method, "HEAD", StringComparison.OrdinalIgnoreCase))
        {
            return ClickKind.Head;
        }

        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return ClickKind.Bot;
        }

        if (Has(userAgent, PreviewMarks))
        {
            return ClickKind.Preview;
        }

        return Has(userAgent, BotMarks) ? ClickKind.Bot : ClickKind.Person;
    }

    private static bool Has(string userAgent, string[] marks) =>
        Array.Exists(marks, mark => userAgent.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
