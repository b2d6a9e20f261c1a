using System.Runtime.InteropServices;
using DealBot.Core.Accounts;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>What is laid so far, by account and by group.</summary>
internal sealed class PlanLedger
{
    private readonly PlanLimits _limits;
    private readonly Dictionary<AccountKey, AccountLoad> _accounts = [];
    private readonly Dictionary<(string Adapter, string Address), SlotLoad> _addresses = [];
    private readonly Dictionary<string, GroupLoad> _groups = new(StringComparer.Ordinal);

    public PlanLedger(PlanLimits limits)
    {
        _limits = limits;
        foreach (var moment in limits.Earlier)
        {
            Load(moment.Adapter, moment.Address).Address.AddEarlier(moment.At, moment.Messages);
        }
    }

    public IEnumerable<KeyValuePair<AccountKey, AccountLoad>> Accounts => _accounts;

    public SlotLoad LoadOf(Slot slot) => Load(slot.Group.Adapter, slot.Group.Address);

    /// <summary>Makes a group's account known though nothing is laid on it.</summary>
    public void Open(Configuration.Group group) => Load(group.Adapter, group.Address);

    public void Take(TakenMoment moment)
    {
        var load = Load(moment.Adapter, moment.Address);
        var size = new PostSize(moment.Messages, moment.Images);
        load.Add(moment.At, size);
        load.Want(moment.At, size);
        if (moment.GroupId is { } group)
        {
            GroupOf(group).Add(moment.At);
        }
    }

    public void Take(Slot slot, DateTimeOffset at)
    {
        LoadOf(slot).Add(at, SizeOf(slot));
        GroupOf(slot.Group.Id).Add(at);
    }

    public void Want(Slot slot) => LoadOf(slot).Want(slot.At, SizeOf(slot));

    public Obstacle Obstacle(Slot slot, SlotWindow window, DateTimeOffset at)
    {
        if (!window.Allows(at))
        {
            return Planning.Obstacle.Quiet;
        }

        var full = LoadOf(slot).At(at, SizeOf(slot));
        return full == Planning.Obstacle.None && !GroupOf(slot.Group.Id).HasRoom(at, TimeSpan.FromMinutes(slot.Plan.Pace.GapMinutes))
            ? Planning.Obstacle.Gap
            : full;
    }

    private PostSize SizeOf(Slot slot) => PostSize.Of(slot, _limits.Of(slot.Group.Adapter, slot.Group.Address));

    private SlotLoad Load(string adapter, string address)
    {
        if (_addresses.TryGetValue((adapter, address), out var known))
        {
            return known;
        }

        var (key, allowed) = (_limits.AccountOf(adapter, address), _limits.Of(adapter, address));
        ref var account = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, key, out _);
        account ??= new AccountLoad(key.ToString(), LoadLimits.OfAccount(allowed), _limits.HeadroomPercent);
        return _addresses[(adapter, address)] = new SlotLoad(account, new AccountLoad($"{adapter}/{address}", LoadLimits.OfAddress(allowed), _limits.HeadroomPercent));
    }

    private GroupLoad GroupOf(string id)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, id, out _);
        return group ??= new GroupLoad();
    }
}
