using System.Net;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>What can be known of a group without posting.</summary>
internal sealed class OneBotProbe(IOneBotTransport bot, OneBotGroup group)
{
    public async Task<AddressReport> TestAsync(CancellationToken cancellationToken)
    {
        var (login, failure) = await AskAsync(OneBotCall.Question("get_login_info"), nameof(OneBotBot.Url), cancellationToken);
        if (failure is not null)
            return AddressReport.Failed(failure);
        if (await IsOfflineAsync(cancellationToken))
            return AddressReport.Failed(new AccountFault(null, new Phrase("QQ 已掉线，请在 OneBot 端重新登录", "QQ is offline; log in again at the bridge")));

        var (info, notFound) = await AskAsync(OneBotCall.GroupInfo(group.GroupId), nameof(OneBotGroup.GroupId), cancellationToken);
        if (notFound is not null)
            return AddressReport.Failed(notFound);
        if (MembersOf(info!) is null)
            return AddressReport.Failed(NotMember());

        var (nickname, name) = (TextOf(login!, "nickname"), TextOf(info!, "group_name"));
        return AddressReport.Proven(new Phrase($"{nickname} 在群 {name}", $"{nickname} is in the group {name}"));
    }

    /// <summary>How many members the group has; null if the bridge does not tell.</summary>
    /// <exception cref="HttpRequestException">The bridge could not be asked or refused.</exception>
    public async Task<int?> CountMembersAsync(CancellationToken cancellationToken)
    {
        var (info, failure) = await AskAsync(OneBotCall.GroupInfo(group.GroupId), nameof(OneBotGroup.GroupId), cancellationToken);
        return failure is null ? MembersOf(info!) : throw new HttpRequestException(failure.Reason.En);
    }

    // Some bridges lack the question; only a plain no counts.
    private async Task<bool> IsOfflineAsync(CancellationToken cancellationToken)
    {
        var (status, _) = await AskAsync(OneBotCall.Question("get_status"), null, cancellationToken);
        return status is not null && PlatformAnswer.Member(DataOf(status), "online") is { ValueKind: JsonValueKind.False };
    }

    private async Task<(PlatformAnswer? Answer, AccountFault? Fault)> AskAsync(OneBotCall call, string? field, CancellationToken cancellationToken)
    {
        var (answer, failure) = await bot.AskAsync(call, cancellationToken);
        if (answer is null)
            return (null, new AccountFault(nameof(OneBotBot.Url), failure!));

        return OneBotReply.IsOk(answer) ? (answer, null) : (null, FaultOf(answer, call.Action, field));
    }

    private static AccountFault FaultOf(PlatformAnswer answer, string action, string? field) => OneBotReply.Interpret(answer, action) switch
    {
        SendResult.Rejected { Field: { } named } rejected => new AccountFault(named, rejected.Reason),
        SendResult.Rejected rejected => new AccountFault(field, rejected.Reason),
        _ when answer.Status == HttpStatusCode.OK && answer.IsObject => new AccountFault(field, new Phrase(
            "OneBot 没有回答，稍后再试", "The bridge gave no answer; try again later")),
        _ => new AccountFault(nameof(OneBotBot.Url), new Phrase(
            $"收到的不是 OneBot 的回复（HTTP {(int)answer.Status}），请检查 Url", $"The answer is not a bridge's (HTTP {(int)answer.Status}); check Url")),
    };

    private AccountFault NotMember() => new(nameof(OneBotGroup.GroupId), new Phrase(
        $"机器人不在群 {group.GroupId} 里，请检查群号，或把它拉进群", $"The bot is not in the group {group.GroupId}; check the number or invite it"));

    // Of a group that the account is not in bridges tell a name, but no members.
    private static int? MembersOf(PlatformAnswer info) => PlatformAnswer.Number(DataOf(info), "member_count") is > 0 and <= int.MaxValue and var count ? (int)count : null;

    private static string? TextOf(PlatformAnswer answer, string name) => PlatformAnswer.Text(DataOf(answer), name);

    private static JsonElement DataOf(PlatformAnswer answer) => PlatformAnswer.Member(answer.Json, "data") ?? default;
}
