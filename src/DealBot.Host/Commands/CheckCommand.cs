using System.Collections.Concurrent;
using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Planning;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using DealBot.Host.Health;
using DealBot.Host.Settings;
using DealBot.Imaging.Rasterizing;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot check</c>: validates configuration and templates, tries each adapter and network, names every fault.</summary>
internal static class CheckCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        var offline = new Option<bool>("--offline") { Description = language == Language.English ? "do not call networks and adapters" : "不连接联盟和聊天平台" };
        var command = CommandLine.Verb("check", language, "检查配置、模板、联盟和适配器", "check configuration, templates, networks and adapters", context, (command, parsed, token) =>
            RunAsync(command, parsed.GetValue(offline), token));
        command.Add(offline);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, bool offline, CancellationToken cancellationToken)
    {
        if (context.ReadSettings() is not { } configuration)
        {
            return ExitCodes.Fault;
        }

        using var foundation = await context.LayFoundationAsync(configuration, NullLoggerFactory.Instance, cancellationToken);
        if (foundation is null)
        {
            return ExitCodes.Fault;
        }

        context.Line(context.Say("配置 ✓", "configuration ✓"));
        var faults = CheckPlugins(context, foundation) + new TemplateCheck(context, foundation.Templates).Run(cancellationToken) + CheckDrawing(context);
        NoteCrowdedDays(context, foundation);
        NotePicturesOutOfReach(context, foundation);
        foreach (var note in BotNotes.Of(foundation).Concat(TrackingNotes.Of(foundation)))
        {
            context.Line(context.Say($"提示：{note.Zh}", $"note: {note.En}"));
        }

        if (Placeholders(foundation.Settings))
        {
            context.Line(context.Say("提示：appsettings.json 里还有示例密钥，换成自己的才能真正收发", "note: appsettings.json still holds sample keys; put in your own to go live"));
        }

        if (!offline)
        {
            faults += await CheckNetworksAsync(context, foundation, cancellationToken);
            faults += await new ChannelCheck(context, foundation).RunAsync(cancellationToken);
        }

        context.Line(faults == 0 ? context.Say("一切正常", "all is well") : context.Say($"有 {faults} 处问题", faults == 1 ? "1 fault" : $"{faults} faults"));
        return faults == 0 ? ExitCodes.Done : ExitCodes.Fault;
    }

    private static int CheckPlugins(CommandContext context, Foundation foundation)
    {
        var plugins = foundation.Integrations.Plugins;
        foreach (var manifest in plugins.Loaded.Select(plugin => plugin.Manifest))
        {
            context.Line(context.Say($"插件 {manifest.Name} {manifest.Version} ✓", $"plugin {manifest.Name} {manifest.Version} ✓"));
        }

        foreach (var failure in plugins.Failures)
        {
            context.Error(context.Say($"插件 {failure.Plugin} 没有载入：{failure.Reason.Zh}", $"plugin {failure.Plugin} is not loaded: {failure.Reason.En}"));
        }

        return plugins.Failures.Count;
    }

    /// <summary>Days that don't have room for all their posts: today, tomorrow, and the first day of each campaign to come. No fault: the rest is posted.</summary>
    private static void NoteCrowdedDays(CommandContext context, Foundation foundation)
    {
        var (configuration, now) = (foundation.Configuration, foundation.Time.GetUtcNow());
        var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var limits = PlanLimits.From(foundation.Integrations.Adapters, foundation.Settings.Posting);
        foreach (var day in configuration.Current.Campaigns.Select(campaign => campaign.From).Where(from => from > today).Append(today).Append(today.AddDays(1)).Distinct().Order())
        {
            var sheet = PlanSheet.Of(day, (configuration.Current, configuration.Calendar), [], now, limits);
            if (sheet.Rows.Any(row => row.HasNoRoom))
            {
                var verdict = PlanVerdict.Of(sheet);
                context.Line(context.Say($"提示：{verdict.Zh}（dealbot plan --date {day:yyyy-MM-dd} 列出每一次）", $"note: {verdict.En} (dealbot plan --date {day:yyyy-MM-dd} lists them)"));
            }
        }
    }

    /// <summary>Adapters whose platforms fetch pictures, while the public address is none that they could reach. No fault: posts go out as text.</summary>
    private static void NotePicturesOutOfReach(CommandContext context, Foundation foundation)
    {
        var configuration = foundation.Configuration.Current;
        var used = configuration.Groups.Select(group => group.Adapter).Concat(configuration.Owners.Select(owner => owner.Digest.Adapter)).ToHashSet();
        var adapters = string.Join(", ", foundation.Integrations.Adapters.Values.Where(adapter => adapter.Limits.PicturesByUrl && used.Contains(adapter.Name)).Select(adapter => adapter.Name));
        if (adapters.Length > 0 && !new PublicLinks(foundation.Settings.PublicBaseUrl).ArePublic)
        {
            context.Line(context.Say(
                $"提示：{adapters} 按网址取图，而 PublicBaseUrl（{foundation.Settings.PublicBaseUrl}）从外面取不到，推送只发文字不带海报；请填写 https:// 开头的公网地址",
                $"note: {adapters} fetches pictures itself and can't reach PublicBaseUrl ({foundation.Settings.PublicBaseUrl}), so that posts go out as text without posters; give a public address that begins with https://"));
        }
    }

    /// <summary>Whether a value of the sample was left as it came.</summary>
    private static bool Placeholders(HostSettings settings)
    {
        var (jd, adapters) = (settings.Networks.Jd, settings.Adapters);
        string?[] secrets =
        [
            .. jd?.Accounts.Values.Select(account => account.AppKey) ?? [],
            .. settings.Networks.Pdd?.Accounts.Values.Select(account => account.ClientId) ?? [],
            .. settings.Networks.Taobao?.Accounts.Values.Select(account => account.AppKey) ?? [],
            .. settings.Networks.Vip?.Accounts.Values.Select(account => account.AppKey) ?? [],
            .. settings.Networks.Suning?.Accounts.Values.Select(account => account.AppKey) ?? [],
            .. adapters.DingTalk?.Robots.Values.SelectMany(robot => new[] { robot.AccessToken, robot.Secret }) ?? [],
            .. adapters.Feishu?.Robots.Values.SelectMany(robot => new[] { robot.Token, robot.Secret }) ?? [],
            .. adapters.OneBot?.Bots.Values.Select(bot => bot.AccessToken) ?? [],
            adapters.Feishu?.AppSecret,
            adapters.WeComTask?.Secret,
        ];
        return secrets.Any(secret => secret?.StartsWith("填写", StringComparison.Ordinal) == true)
            || adapters.WeCom?.Robots.Values.Any(robot => robot.Key.StartsWith("00000000-", StringComparison.Ordinal)) == true;
    }

    private static int CheckDrawing(CommandContext context)
    {
        var status = LibrsvgRasterizer.Probe();
        if (status.CanDraw && status.MissingPackages.Count == 0)
        {
            context.Line(context.Say($"海报 ✓（{status.PhraseZh}）", $"posters ✓ ({status.Message})"));
            return 0;
        }

        context.Error(context.Say(status.PhraseZh, status.Message));
        return 1;
    }

    private static async Task<int> CheckNetworksAsync(CommandContext context, Foundation foundation, CancellationToken cancellationToken)
    {
        // Side by side, told in order: where none can be reached, each would be waited for in vain after the other.
        var found = new ConcurrentDictionary<IAffiliateNetwork, IReadOnlyList<AccountFault>>();
        var networks = foundation.Integrations.Networks;
        await NetworkLanes.ForEachAsync(
            networks, foundation.Settings.Posting.Parallelism, async (network, token) => found[network] = await network.TestAsync(token), cancellationToken);
        var faults = networks.Sum(network => Report(context, context.Say($"联盟 {network.Name}/{network.Account}", $"network {network.Name}/{network.Account}"), found[network]));

        var states = await new CanaryStore(foundation.Database).ListAsync(cancellationToken);
        foreach (var finding in HealthRules.OfLinks(states, foundation.Configuration.Current, foundation.Settings))
        {
            context.Line(context.Say($"提示：{finding.Zh}", $"note: {finding.En}"));
        }

        return faults;
    }

    private static int Report(CommandContext context, string what, IReadOnlyList<AccountFault> faults)
    {
        if (faults.Count == 0)
        {
            context.Line($"{what} ✓");
        }

        foreach (var fault in faults)
        {
            context.Error($"{what}{(fault.Field is null ? "" : $" {fault.Field}")}: {fault.Reason.In(context.Language)}");
        }

        return faults.Count;
    }
}
