using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;

namespace DealBot.Core.Accounts;

/// <summary>What an owner is told when an account that he uses slows, stops or comes back.</summary>
internal static class AccountNotice
{
    /// <summary>The notice that a change calls for; null if none.</summary>
    public static Notice? Of(Owner owner, AccountKey account, AccountState before, AccountState after) => (before, after) switch
    {
        ({ IsDown: false }, { IsDown: true }) => New(owner, "account_blocked", account, Stopped(account, after.Reason!, Clock(owner, after.Until))),
        ({ IsDown: true }, { IsDown: false }) => New(owner, "account_back", account, new Phrase(
            $"账号 {account} 恢复发送，先慢后快", $"{account} posts again, slowly at first")),
        ({ Phase: AccountPhase.Closed }, { Phase: AccountPhase.Slowed }) => New(owner, "account_slow", account, new Phrase(
            $"账号 {account} 被限流，{Clock(owner, after.Until)} 后放慢继续发，会自己恢复。{after.Reason!.Zh}",
            $"{account} was throttled; it goes on slowly after {Clock(owner, after.Until)} and recovers by itself. {after.Reason.En}")),
        _ => null,
    };

    private static Phrase Stopped(AccountKey account, Phrase reason, string until) => new(
        $"账号 {account} 停发：{reason.Zh}。其他账号照常。{until} 用一条消息试一次；处理好后运行 dealbot accounts resume {account} 马上试",
        $"{account} stopped: {reason.En}. Other accounts go on. It is tried with one message at {until}; once mended, dealbot accounts resume {account} tries at once");

    private static Notice New(Owner owner, string kind, AccountKey account, Phrase text) => new(owner.Id, kind, account.ToString(), text);

    private static string Clock(Owner owner, DateTimeOffset at) => TimeZoneInfo
        .ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
