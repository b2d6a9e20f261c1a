using System.Runtime.InteropServices;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>What is laid so far, by account and by group.</summary>
internal sealed class PlanLedger(PlanLimits limits)
{
    private readonly Dictionary<(string Adapter, string Address), AccountLoad> _accounts = [];
    private readonly Dictionary<string, GroupLoad> _groups = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<(string Adapter, string Address), AccountLoad>> Accounts => _accounts;

    public AccountLoad AccountOf(Slot slot) => Account(slot.Group.Adapter, slot.Group.Address);

    /// <summary>Makes a group's account known though nothing is laid on it.</summary>
    public void Open(Configuration.Group group) => Account(group.Adapter, group.Address);

    public void Take(TakenMoment moment)
    {
        var account = Account(moment.Adapter, moment.Address);
        var size = new PostSize(moment.Messages, moment.Images);
        account.Add(moment.At, size);
        account.Want(moment.At, size);
        if (moment.GroupId is { } group)
        {
            GroupOf(group).Add(moment.At);
        }
    }

    public void Take(Slot slot, DateTimeOffset at)
    {
        var account = AccountOf(slot);
        account.Add(at, PostSize.Of(slot, account.Limits));
        GroupOf(slot.Group.Id).Add(at);
    }

    public void Want(Slot slot)
    {
        var account = AccountOf(slot);
        account.Want(slot.At, PostSize.Of(slot, account.Limits));
    }

    public Obstacle Obstacle(Slot slot, SlotWindow window, DateTimeOffset at)
    {
        if (!window.Allows(at))
        {
            return Planning.Obstacle.Quiet;
        }

        var account = AccountOf(slot);
        var full = account.At(at, PostSize.Of(slot, account.Limits));
        return full == Planning.Obstacle.None && !GroupOf(slot.Group.Id).HasRoom(at, TimeSpan.FromMinutes(slot.Plan.Pace.GapMinutes))
            ? Planning.Obstacle.Gap
            : full;
    }

    private AccountLoad Account(string adapter, string address)
    {
        ref var account = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, (adapter, address), out _);
        return account ??= new AccountLoad(limits.Of(adapter, address), limits.HeadroomPercent);
    }

    private GroupLoad GroupOf(string id)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, id, out _);
        return group ??= new GroupLoad();
    }
}
