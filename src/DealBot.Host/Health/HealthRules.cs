using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Health;
using DealBot.Core.Links;
using DealBot.Host.Plugins;
using DealBot.Host.Settings;

namespace DealBot.Host.Health;

/// <summary>What of the figures is not as it should be. Pure: figures in, findings out.</summary>
internal static class HealthRules
{
    private const int FaultsTold = 3;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>Orders are asked for every minute; a network that is away for this long is worth a look.</summary>
    private static readonly TimeSpan OrdersLate = TimeSpan.FromMinutes(30);

    public static IEnumerable<Finding> OfLedger(ServiceFigures figures, HostSettings settings, DateTimeOffset now)
    {
        if (figures.OldestDue is { } oldest && now - oldest > TimeSpan.FromMinutes(settings.Posting.FreshMinutes))
        {
            yield return Warn("posts_late", $"有 {figures.Due} 条到点的推送没发出去，最早的已等 {Minutes(now - oldest)} 分钟", $"{figures.Due} due posts are not sent, the oldest for {Minutes(now - oldest)} minutes");
        }

        foreach (var known in figures.Orders.Where(known => now - known.Until > OrdersLate))
        {
            yield return Warn(
                "orders_late",
                $"{known.Network}/{known.Account} 的订单只同步到 {Minutes(now - known.Until)} 分钟前，看日志或执行 dealbot check",
                $"orders of {known.Network}/{known.Account} are known until {Minutes(now - known.Until)} minutes ago; see the log or run dealbot check");
        }

        if (figures.LatestSent is { } sent && sent - now > ClockTolerance)
        {
            yield return Warn("clock", $"本机时钟可能慢了：账本里有 {Minutes(sent - now)} 分钟后的记录", $"this machine's clock may be slow: the ledger has records from {Minutes(sent - now)} minutes ahead");
        }
    }

    public static IEnumerable<Finding> OfCatalog(int deals, DateTimeOffset? newest, HostSettings settings, DateTimeOffset now)
    {
        var longest = TimeSpan.FromMinutes(Math.Max(60, settings.Catalog.SyncMinutes * 2));
        if (deals == 0)
        {
            yield return Warn("catalog_empty", "选品库是空的，发不出商品。刚启动请稍等；否则执行 dealbot check 看联盟能不能用", "there are no deals to choose from; wait if it has just started, else run dealbot check");
        }
        else if (newest is { } seen && now - seen > longest)
        {
            yield return Warn("catalog_old", $"选品库 {Minutes(now - seen)} 分钟没更新，执行 dealbot check 看联盟能不能用", $"deals were last listed {Minutes(now - seen)} minutes ago; run dealbot check");
        }
    }

    public static IEnumerable<Finding> OfAccounts(IEnumerable<(AccountKey Account, AccountState State)> accounts) => accounts
        .Where(row => row.State.Phase != AccountPhase.Closed)
        .Select(row => row.State.IsDown
            ? Warn("account_open", $"账号 {row.Account} 停发：{row.State.Reason?.Zh}", $"account {row.Account} has stopped posting: {row.State.Reason?.En}")
            : new Finding("account_slowed", FindingLevel.Note, $"账号 {row.Account} 放慢到 {row.State.Rate}%", $"account {row.Account} is slowed to {row.State.Rate}%"));

    /// <summary>Accounts that groups post through and that convert no links, or were never seen to.</summary>
    public static IEnumerable<Finding> OfLinks(IReadOnlyList<CanaryState> states, DealBotConfiguration configuration, HostSettings settings)
    {
        // Without test links nothing would ever show that what was broken once is mended.
        if (settings.Links.CanaryMinutes == 0)
        {
            yield break;
        }

        var used = configuration.Groups.SelectMany(group => configuration.Owner(group.Owner).NetworkAccounts).Select(pair => (Network: pair.Key, Account: pair.Value)).Distinct();
        foreach (var (network, account) in used.OrderBy(key => key.Network, StringComparer.Ordinal).ThenBy(key => key.Account, StringComparer.Ordinal))
        {
            var state = states.FirstOrDefault(state => state.Network == network && state.Account == account);
            if (state is { IsBroken: true })
            {
                yield return Warn("links_broken", $"{network}/{account} 转不了链接：{state.Reason?.Zh}", $"{network}/{account} converts no links: {state.Reason?.En}");
            }
            else if (state?.WorkedAt is null)
            {
                yield return new Finding(
                    "links_unproven",
                    FindingLevel.Note,
                    $"{network}/{account} 还没有成功转过链接：选品库有这家联盟的商品后会自动试，每 {settings.Links.CanaryMinutes} 分钟一次。一直这样就执行 dealbot check",
                    $"no link of {network}/{account} has been converted yet: one is tried every {settings.Links.CanaryMinutes} minutes once there are deals of the network to choose from; if it stays so, run dealbot check");
            }
        }
    }

    public static IEnumerable<Finding> OfListeners(IEnumerable<ListenerStanding> listeners) => listeners
        .Where(listener => listener.Reason is not null)
        .Select(listener => Warn("chat_listener", $"{listener.Adapter} 收不到群里的消息：{listener.Reason!.Zh}", $"{listener.Adapter} hears nothing of its chats: {listener.Reason.En}"));

    public static IEnumerable<Finding> OfPauses(IEnumerable<GroupPause> pauses, DealBotConfiguration configuration) => pauses
        .Where(pause => configuration.FindGroup(pause.GroupId) is not null)
        .OrderBy(pause => pause.GroupId, StringComparer.Ordinal)
        .Select(pause => (Pause: pause, Zone: TimeZoneInfo.FindSystemTimeZoneById(configuration.FindGroup(pause.GroupId)!.TimeZone)))
        .Select(row => row.Pause.Until is { } until
            ? new Finding("group_paused", FindingLevel.Note, $"群 {row.Pause.GroupId} 暂停推送到 {Clock(until, row.Zone)}", $"group {row.Pause.GroupId} is paused until {Clock(until, row.Zone)}")
            : new Finding("group_paused", FindingLevel.Note, $"群 {row.Pause.GroupId} 暂停推送，等群主说恢复", $"group {row.Pause.GroupId} is paused until its owner says otherwise"));

    private static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An edit that was not taken over, with its first faults: whoever asks may not see the screen of the service.</summary>
    public static IEnumerable<Finding> OfConfiguration(IReadOnlyList<ConfigurationFault> faults) => faults.Count == 0 ? [] :
    [
        Warn(
            "configuration",
            $"配置有 {faults.Count} 处错误，仍用上一份正确的：{First(faults, Language.Chinese)}",
            $"{faults.Count} faults in the configuration; the last good one holds: {First(faults, Language.English)}"),
    ];

    private static string First(IEnumerable<ConfigurationFault> faults, Language language) =>
        string.Join(language == Language.English ? "; " : "；", faults.Take(FaultsTold).Select(fault => fault.In(language)));

    public static IEnumerable<Finding> OfPlugins(PluginSet plugins) =>
    [
        .. plugins.Failures.Select(failure => Warn(
            "plugin_left_out", $"插件 {failure.Plugin} 没有载入：{failure.Reason.Zh}", $"plugin {failure.Plugin} is not loaded: {failure.Reason.En}")),
        .. plugins.Loaded.Where(plugin => plugin.Calls.IsStuck).Select(plugin => Warn(
            "plugin_stuck",
            $"插件 {plugin.Manifest.Name} 卡住了，暂不再调用；一直如此就重启服务或停用插件",
            $"calls of plugin {plugin.Manifest.Name} hang and no more are made; if it stays so restart the service or remove the plugin")),
    ];

    public static Finding Warn(string code, string zh, string en) => Finding.Of(code, FindingLevel.Warning, new Phrase(zh, en));

    private static string Minutes(TimeSpan span) => ((long)span.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
