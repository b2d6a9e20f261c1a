using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Host.Composition;

namespace DealBot.Host.Commands;

/// <summary>Tells of each group, and of each place that digests go to, whether it can be reached, through which account, and within which quota.</summary>
internal sealed class ChannelCheck(CommandContext context, Foundation foundation)
{
    private readonly IReadOnlyDictionary<string, IMessagingAdapter> _adapters = foundation.Integrations.Adapters;

    /// <returns>How many faults there are.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var configuration = foundation.Configuration.Current;
        var reports = await new AddressProbe(_adapters, TimeProvider.System).RunAsync(configuration.Channels, cancellationToken);
        var groups = configuration.Groups.Select(group => (Who: context.Say($"群 {group.Id}", $"group {group.Id}"), group.Adapter, group.Address));
        var owners = configuration.Owners.Select(owner => (Who: context.Say($"日报 {owner.Id}", $"digest {owner.Id}"), owner.Digest.Adapter, owner.Digest.Address));
        return groups.Concat(owners).Sum(it => Tell($"{it.Who} {it.Adapter}/{it.Address}", it.Adapter, it.Address, reports[(it.Adapter, it.Address)]));
    }

    private int Tell(string what, string adapter, string address, AddressReport report)
    {
        foreach (var fault in report.Faults)
        {
            context.Error($"{what}{(fault.Field is null ? "" : $" {fault.Field}")}: {fault.Reason.In(context.Language)}");
        }

        if (report.Reach != Reach.Failed)
        {
            context.Line($"{what} {Standing(report)}{context.Say("；", "; ")}{Through(adapter, address)}{QuotaWords.Of(_adapters[adapter].LimitsFor(address)).In(context.Language)}");
        }

        // A report that says no more than that it failed is a fault all the same.
        return report.Reach == Reach.Failed ? Math.Max(1, report.Faults.Count) : 0;
    }

    private string Standing(AddressReport report)
    {
        var note = report.Note?.In(context.Language);
        return report.Reach == Reach.Proven
            ? context.Say("能发 ✓", "can be reached ✓") + (note is null ? "" : context.Say($"（{note}）", $" ({note})"))
            : context.Say($"设置没有发现问题，不发消息没法证明能发：{note}", $"nothing is wrong with its settings, but without posting nothing can be proven: {note}");
    }

    private string Through(string adapter, string address) => _adapters.AccountOf(adapter, address) is var account && account.Name != address
        ? context.Say($"账号 {account}，", $"account {account}, ")
        : "";
}
