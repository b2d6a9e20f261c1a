using System.Collections.Concurrent;

namespace DealBot.Core.Bot;

/// <summary>
/// How often members and chats are answered within a minute. Kept in memory: a restart forgets at most a minute, and the quota of the
/// account, which is kept in the database, holds all the same.
/// </summary>
public sealed class ChatPace(TimeProvider time)
{
    private const int MostRemembered = 10_000;

    /// <summary>More than anybody writes by hand; it bounds what an account in strange hands, or a program, can order.</summary>
    private const int OrdersPerMinute = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Recent> _recent = new(StringComparer.Ordinal);

    /// <summary>How many members and chats are remembered.</summary>
    internal int Remembered => _recent.Count;

    /// <summary>
    /// Whether one more is within both limits. A chat that has had its share is asked first: whoever makes up members to fill the memory gets no more
    /// of them remembered than the chat may ask within a minute.
    /// </summary>
    public PaceVerdict Ask(string adapter, string address, string senderId, int perMember, int perGroup)
    {
        Bound();
        var chat = $"g\n{adapter}\n{address}";
        if (!HasRoom(chat, perGroup))
        {
            return Verdict(chat, perGroup);
        }

        var member = Verdict($"m\n{adapter}\n{address}\n{senderId}", perMember);
        return member == PaceVerdict.Within ? Verdict(chat, perGroup) : member;
    }

    /// <summary>Whether one more order of an owner is within his limit. Members share none of it: a chat that is flooded is when he needs 暂停 most.</summary>
    public PaceVerdict AskCommander(string adapter, string address, string senderId)
    {
        Bound();
        return Verdict($"o\n{adapter}\n{address}\n{senderId}", OrdersPerMinute);
    }

    private void Bound()
    {
        if (_recent.Count > MostRemembered)
        {
            Forget();
        }
    }

    private bool HasRoom(string key, int most)
    {
        var recent = _recent.GetOrAdd(key, _ => new Recent());
        lock (recent)
        {
            recent.ForgetBefore(time.GetUtcNow(), Window);
            return recent.At.Count < most;
        }
    }

    private PaceVerdict Verdict(string key, int most)
    {
        var recent = _recent.GetOrAdd(key, _ => new Recent());
        lock (recent)
        {
            var now = time.GetUtcNow();
            recent.ForgetBefore(now, Window);
            if (recent.At.Count < most)
            {
                recent.At.Enqueue(now);
                recent.IsTold = false;
                return PaceVerdict.Within;
            }

            var verdict = recent.IsTold ? PaceVerdict.Silent : PaceVerdict.FirstBeyond;
            recent.IsTold = true;
            return verdict;
        }
    }

    private void Forget()
    {
        foreach (var (key, recent) in _recent)
        {
            lock (recent)
            {
                if (recent.At.Count == 0 || time.GetUtcNow() - recent.At.Last() >= Window)
                {
                    _recent.TryRemove(key, out _);
                }
            }
        }
    }

    private sealed class Recent
    {
        public Queue<DateTimeOffset> At { get; } = new();

        public bool IsTold { get; set; }

        /// <summary>Forgets what is older than the window, or lies in the future since the clock was set back.</summary>
        public void ForgetBefore(DateTimeOffset now, TimeSpan window)
        {
            while (At.TryPeek(out var oldest) && (now - oldest >= window || oldest > now))
            {
                At.Dequeue();
            }
        }
    }
}
