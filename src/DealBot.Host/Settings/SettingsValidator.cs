using DealBot.Adapters.DingTalk;
using DealBot.Adapters.Feishu;
using DealBot.Adapters.OneBot;
using DealBot.Adapters.Preview;
using DealBot.Adapters.Telegram;
using DealBot.Adapters.Wechaty;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.WeComTask;
using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Networks.Jd;
using DealBot.Networks.Pdd;
using DealBot.Networks.Suning;
using DealBot.Networks.Taobao;
using DealBot.Networks.Vip;

namespace DealBot.Host.Settings;

/// <summary>Checks the settings' values; each network and adapter checks its own.</summary>
public static class SettingsValidator
{
    public static IEnumerable<OptionFault> Validate(HostSettings settings) =>
    [
        .. Addresses(settings),
        .. Ranges(settings),
        .. Links(settings),
        .. AllowedHosts(settings.Links.AllowedHosts),
        .. Telemetry(settings.Telemetry),
        .. Zone("Clicks.TimeZone", settings.Clicks.TimeZone),
        .. Networks("Clicks.OwnNetworks", settings.Clicks.OwnNetworks),
        .. Networks("Clicks.BotNetworks", settings.Clicks.BotNetworks),
        .. Networks("Web.TrustedProxies", settings.Web.TrustedProxies),
        .. Under("Networks.Jd", settings.Networks.Jd is { } jd ? JdOptionsValidator.Validate(jd) : []),
        .. Under("Networks.Pdd", settings.Networks.Pdd is { } pdd ? PddOptionsValidator.Validate(pdd) : []),
        .. Under("Networks.Taobao", settings.Networks.Taobao is { } taobao ? TaobaoOptionsValidator.Validate(taobao) : []),
        .. Under("Networks.Vip", settings.Networks.Vip is { } vip ? VipOptionsValidator.Validate(vip) : []),
        .. Under("Networks.Suning", settings.Networks.Suning is { } suning ? SuningOptionsValidator.Validate(suning) : []),
        .. Under("Adapters.Preview", PreviewOptionsValidator.Validate(settings.Adapters.Preview)),
        .. Under("Adapters.WeCom", settings.Adapters.WeCom is { } weCom ? WeComOptionsValidator.Validate(weCom) : []),
        .. Under("Adapters.WeComTask", settings.Adapters.WeComTask is { } weComTask ? WeComTaskOptionsValidator.Validate(weComTask) : []),
        .. Under("Adapters.Wechaty", settings.Adapters.Wechaty is { } wechaty ? WechatyOptionsValidator.Validate(wechaty) : []),
        .. Under("Adapters.DingTalk", settings.Adapters.DingTalk is { } dingTalk ? DingTalkOptionsValidator.Validate(dingTalk) : []),
        .. Under("Adapters.Feishu", settings.Adapters.Feishu is { } feishu ? FeishuOptionsValidator.Validate(feishu) : []),
        .. Under("Adapters.OneBot", settings.Adapters.OneBot is { } oneBot ? OneBotOptionsValidator.Validate(oneBot) : []),
        .. Under("Adapters.Telegram", settings.Adapters.Telegram is { } telegram ? TelegramOptionsValidator.Validate(telegram) : []),
    ];

    private static IEnumerable<OptionFault> Addresses(HostSettings settings)
    {
        if (!settings.PublicBaseUrl.IsAbsoluteUri || settings.PublicBaseUrl.Scheme is not ("http" or "https") || settings.PublicBaseUrl.Query.Length > 0)
        {
            yield return new OptionFault("PublicBaseUrl", $"{settings.PublicBaseUrl}", new Phrase("不是网址", "not a web address"), new Phrase(
                "以 https:// 开头、不带参数的网址，例如 https://deal.example.cn",
                "an address that begins with https:// and has no query, for example https://deal.example.cn"));
        }

        if (!Uri.TryCreate(settings.Listen.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var listen)
            || listen.Scheme is not ("http" or "https"))
        {
            yield return new OptionFault("Listen", settings.Listen, new Phrase("不是监听地址", "not a listening address"), new Phrase("例如 http://0.0.0.0:8080", "for example http://0.0.0.0:8080"));
        }
    }

    private static IEnumerable<OptionFault> AllowedHosts(IReadOnlyList<string> hosts) => hosts
        .Select((host, index) => (Host: host, Index: index))
        .Where(entry => Uri.CheckHostName(entry.Host.StartsWith("*.", StringComparison.Ordinal) ? entry.Host[2..] : entry.Host) == UriHostNameType.Unknown)
        .Select(entry => new OptionFault($"Links.AllowedHosts[{entry.Index}]", entry.Host, new Phrase("不是域名", "not a host"), new Phrase(
            "只写域名，不带 https:// 和路径，例如 www.example.cn 或 *.example.cn", "the host alone, without https:// and path, for example www.example.cn or *.example.cn")));

    private static IEnumerable<OptionFault> Telemetry(TelemetryOptions telemetry)
    {
        const int shortestToken = 16;
        if (telemetry.OtlpEndpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
        {
            yield return new OptionFault("Telemetry.OtlpEndpoint", $"{endpoint}", new Phrase("不是网址", "not a web address"), new Phrase(
                "例如 http://127.0.0.1:4318", "for example http://127.0.0.1:4318"));
        }

        if (telemetry.HealthToken is { Length: < shortestToken })
        {
            yield return new OptionFault("Telemetry.HealthToken", Value: null, new Phrase("太短", "too short"), new Phrase(
                $"至少 {shortestToken} 个字符，例如 openssl rand -hex 16 的输出", $"at least {shortestToken} characters, for example from openssl rand -hex 16"));
        }
    }

    private static IEnumerable<OptionFault> Ranges(HostSettings settings)
    {
        (string Path, int Value, int Low, int High)[] ranges =
        [
            ("Storage.BusySeconds", settings.Storage.BusySeconds, 1, 60),
            ("Storage.KeepClickDays", settings.Storage.KeepClickDays, 35, 3650),
            ("Storage.KeepAttemptDays", settings.Storage.KeepAttemptDays, 2, 365),
            ("Storage.KeepPostDays", settings.Storage.KeepPostDays, 120, 3650),
            ("Storage.KeepPriceDays", settings.Storage.KeepPriceDays, 30, 3650),
            ("Storage.KeepDealDays", settings.Storage.KeepDealDays, 1, 365),
            ("Storage.KeepNoticeDays", settings.Storage.KeepNoticeDays, 7, 3650),
            ("Storage.KeepBackups", settings.Storage.KeepBackups, 1, 365),
            ("Telemetry.Seconds", settings.Telemetry.Seconds, 1, 3600),
            ("Catalog.SyncMinutes", settings.Catalog.SyncMinutes, 5, 360),
            ("Catalog.DealsPerChannel", settings.Catalog.DealsPerChannel, 20, 10_000),
            ("Catalog.LowAfterDays", settings.Catalog.LowAfterDays, 30, 365),
            ("Catalog.RecheckSeconds", settings.Catalog.RecheckSeconds, 0, 60),
            ("Catalog.TrustMinutes", settings.Catalog.TrustMinutes, 10, 720),
            ("Posting.FreshMinutes", settings.Posting.FreshMinutes, 1, 720),
            ("Posting.ConfirmHours", settings.Posting.ConfirmHours, 1, 168),
            ("Posting.PlanAheadHours", settings.Posting.PlanAheadHours, 1, 48),
            ("Posting.Parallelism", settings.Posting.Parallelism, 1, 64),
            ("Posting.MaxAttempts", settings.Posting.MaxAttempts, 1, 10),
            ("Posting.HeadroomPercent", settings.Posting.HeadroomPercent, 0, 50),
            ("Posting.KeepPicturesDays", settings.Posting.KeepPicturesDays, 1, 365),
            ("Links.ConvertSeconds", settings.Links.ConvertSeconds, 0, 60),
            ("Links.CanaryMinutes", settings.Links.CanaryMinutes, 0, 1440),
            ("Clicks.LinkDays", settings.Clicks.LinkDays, 1, 3650),
            ("Clicks.RepeatSeconds", settings.Clicks.RepeatSeconds, 0, 60),
            ("Clicks.LinksPerSecond", settings.Clicks.LinksPerSecond, 1, 100),
            ("Clicks.JournalMegabytes", settings.Clicks.JournalMegabytes, 8, 10_240),
            ("Web.PerAddressPerSecond", settings.Web.PerAddressPerSecond, 1, 1_000_000),
            ("Web.PerAddressBurst", settings.Web.PerAddressBurst, 1, 1_000_000),
            ("Web.MaxConnections", settings.Web.MaxConnections, 10, 100_000),
            ("Orders.OverlapMinutes", settings.Orders.OverlapMinutes, 1, 60),
            ("Orders.FirstBackfillHours", settings.Orders.FirstBackfillHours, 0, 2160),
            ("Orders.SweepHour", settings.Orders.SweepHour, 0, 23),
            ("Orders.NightlyDays", settings.Orders.NightlyDays, 1, 90),
            ("Orders.MonthlyDays", settings.Orders.MonthlyDays, 1, 90),
            ("Orders.SweepWindowsPerTurn", settings.Orders.SweepWindowsPerTurn, 1, 600),
            ("Orders.JoinHours", settings.Orders.JoinHours, 0, 168),
            ("Orders.JoinPercent", settings.Orders.JoinPercent, 50, 95),
            ("Orders.PositionQuarantineDays", settings.Orders.PositionQuarantineDays, 0, 365),
            ("Jobs.ConfigurationSeconds", settings.Jobs.ConfigurationSeconds, 1, 300),
            ("Jobs.SlotsSeconds", settings.Jobs.SlotsSeconds, 1, 60),
            ("Jobs.DispatchSeconds", settings.Jobs.DispatchSeconds, 1, 60),
            ("Jobs.OrdersSeconds", settings.Jobs.OrdersSeconds, 1, 3600),
            ("Jobs.NoticesSeconds", settings.Jobs.NoticesSeconds, 1, 300),
            ("Notices.MinutesBetween", settings.Notices.MinutesBetween, 1, 1440),
            ("Images.MaxKilobytes", settings.Images.MaxKilobytes, 16, 7_000),
            ("Images.MaxMegapixels", settings.Images.MaxMegapixels, 1, 100),
            ("Images.CacheMegabytes", settings.Images.CacheMegabytes, 0, 10_240),
            ("Images.TimeoutSeconds", settings.Images.TimeoutSeconds, 1, 60),
            ("PluginLoadSeconds", settings.PluginLoadSeconds, 1, 60),
            ("PluginCallSeconds", settings.PluginCallSeconds, 5, 90),
        ];
        return ranges
            .Where(range => range.Value < range.Low || range.Value > range.High)
            .Select(range => new OptionFault(range.Path, $"{range.Value}", new Phrase("超出范围", "out of range"), new Phrase($"{range.Low} 到 {range.High}", $"{range.Low} to {range.High}")));
    }

    /// <summary>A link goes with its post: it can't work for longer than that is kept.</summary>
    private static IEnumerable<OptionFault> Links(HostSettings settings)
    {
        if (settings.Clicks.LinkDays > settings.Storage.KeepPostDays)
        {
            yield return new OptionFault("Clicks.LinkDays", $"{settings.Clicks.LinkDays}", new Phrase("比推送的保留时间长", "longer than posts are kept"), new Phrase(
                $"不超过 Storage.KeepPostDays（{settings.Storage.KeepPostDays}），或者把后者调大", $"at most Storage.KeepPostDays ({settings.Storage.KeepPostDays}), or raise that"));
        }
    }

    private static IEnumerable<OptionFault> Zone(string path, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return new OptionFault(path, zone, new Phrase("不是时区", "no time zone"), new Phrase("例如 Asia/Shanghai", "for example Asia/Shanghai"));
        }
    }

    private static IEnumerable<OptionFault> Networks(string path, IReadOnlyList<string> networks) => networks
        .Select((text, index) => (text, index))
        .Where(entry => !AddressRanges.TryParse(entry.text, out _))
        .Select(entry => new OptionFault(
            $"{path}[{entry.index}]", entry.text, new Phrase("不是地址或网段", "neither an address nor a network"), new Phrase("例如 203.0.113.7 或 203.0.113.0/24", "for example 203.0.113.7 or 203.0.113.0/24")));

    private static IEnumerable<OptionFault> Under(string path, IEnumerable<OptionFault> faults) =>
        faults.Select(fault => fault with { Path = $"{path}.{fault.Path}" });
}
