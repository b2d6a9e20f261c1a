using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>The rooms of one puppet: ids for the names that owners know them by. A name that was found once keeps its room though that is renamed.</summary>
internal sealed class WechatyRooms(WechatyClient client, IReadOnlyDictionary<string, WechatyRoom> rooms, TimeProvider time) : IDisposable
{
    /// <summary>All rooms are asked for their names at most so often: an account can be in hundreds.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _asking = new(1);
    private volatile ILookup<string, string>? _idsByTopic;
    private DateTimeOffset _askedAt;

    /// <summary>The id of a room.</summary>
    public async Task<WechatyPlace> FindAsync(WechatyRoom room, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(room.Id))
            return new WechatyPlace(room.Id);

        await _asking.WaitAsync(cancellationToken);
        try
        {
            var known = _idsByTopic;
            if (known is null || (known[room.Topic!].Count() != 1 && time.GetUtcNow() - _askedAt >= AskAgain))
            {
                (known, var fault) = await AskAsync(cancellationToken);
                if (known is null)
                    return new WechatyPlace(null, fault);

                (_idsByTopic, _askedAt) = (known, time.GetUtcNow());
            }

            return Place([.. known[room.Topic!]]);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The address of a room; null if the settings don't name it.</summary>
    public async Task<string?> AddressOfAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var (address, room) in rooms)
        {
            if ((await FindAsync(room, cancellationToken)).Id == id)
                return address;
        }

        return null;
    }

    /// <summary>Whether the service lists its rooms and this is none of them: then nothing can have arrived there.</summary>
    public async Task<bool> IsMissingAsync(string id, CancellationToken cancellationToken) =>
        await client.RoomsAsync(cancellationToken) is { Answer: { } list } && !list.Ids.Contains(id);

    /// <summary>Forgets what was found: with some puppets each login gives new ids.</summary>
    public void Forget() => _idsByTopic = null;

    public void Dispose() => _asking.Dispose();

    private async Task<(ILookup<string, string>? Known, AccountFault? Fault)> AskAsync(CancellationToken cancellationToken)
    {
        var list = await client.RoomsAsync(cancellationToken);
        if (list.Answer is null)
            return (null, list.Fault);

        var found = new List<(string Topic, string Id)>();
        foreach (var id in list.Answer.Ids)
        {
            var room = await client.RoomAsync(id, cancellationToken);
            if (room.Answer is { } payload)
                found.Add((payload.Topic, id));
            else if (!room.IsRefusal)
                return (null, room.Fault);
        }

        return (found.ToLookup(room => room.Topic, room => room.Id, StringComparer.Ordinal), null);
    }

    private static WechatyPlace Place(List<string> ids) => ids.Count switch
    {
        1 => new WechatyPlace(ids[0]),
        0 => new WechatyPlace(null, new AccountFault(nameof(WechatyRoom.Topic), new Phrase(
            "账号所在的群里没有这个名字，请检查 Topic，并确认账号在群里、群已保存到通讯录",
            "The account is in no room of this name; check Topic, and that the account is in the room and has saved it to its contacts")), IsCertain: true),
        _ => new WechatyPlace(null, new AccountFault(nameof(WechatyRoom.Topic), new Phrase(
            $"账号有 {ids.Count} 个同名的群，请改用 Id",
            $"The account is in {ids.Count} rooms of this name; use Id instead")), IsCertain: true),
    };
}
