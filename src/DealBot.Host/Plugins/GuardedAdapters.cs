using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>
/// Gives a plugin's adapter a guard that shows exactly what the adapter can do beyond sending, since the host goes by that: a group whose adapter
/// can't count members must not look like one that has not been counted yet.
/// </summary>
internal static class GuardedAdapters
{
    public static GuardedAdapter For(GuardedParts parts) => (parts.Inner is IChatListener, parts.Inner is ICallbackReceiver, parts.Inner is IGroupRoster) switch
    {
        (false, false, false) => new GuardedAdapter(parts),
        (true, false, false) => new Listener(parts),
        (false, true, false) => new Receiver(parts),
        (false, false, true) => new Roster(parts),
        (true, true, false) => new ListenerReceiver(parts),
        (true, false, true) => new ListenerRoster(parts),
        (false, true, true) => new ReceiverRoster(parts),
        (true, true, true) => new All(parts),
    };

    private sealed class Listener(GuardedParts parts) : GuardedAdapter(parts), IChatListener;

    private sealed class Receiver(GuardedParts parts) : GuardedAdapter(parts), ICallbackReceiver;

    private sealed class Roster(GuardedParts parts) : GuardedAdapter(parts), IGroupRoster;

    private sealed class ListenerReceiver(GuardedParts parts) : GuardedAdapter(parts), IChatListener, ICallbackReceiver;

    private sealed class ListenerRoster(GuardedParts parts) : GuardedAdapter(parts), IChatListener, IGroupRoster;

    private sealed class ReceiverRoster(GuardedParts parts) : GuardedAdapter(parts), ICallbackReceiver, IGroupRoster;

    private sealed class All(GuardedParts parts) : GuardedAdapter(parts), IChatListener, ICallbackReceiver, IGroupRoster;
}
