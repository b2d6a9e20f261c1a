using System.Net;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>What can be known of a group without posting.</summary>
internal sealed class OneBotProbe(IOneBotTransport bot, OneBotGroup group)
{
    private const int MostGroupsShown = 10;
    private const int LongestName = 20;

    public async Task<AddressReport> TestAsync(CancellationToken cancellationToken)
    {
        var (login, failure) = await AskAsync(OneBotCall.Question("get_login_info"), nameof(OneBotBot.Url), cancellationToken);
        if (failure is not null)
            return AddressReport.Failed(failure);
        if (await IsOfflineAsync(cancellationToken))
            return AddressReport.Failed(new AccountFault(null, new Phrase("QQ 已掉线，请在 OneBot 端重新登录", "QQ is offline; log in again at the bridge")));

        var (info, notFound) = await AskAsync(OneBotCall.GroupInfo(group.GroupId), nameof(OneBotGroup.GroupId), cancellationToken);
        if (notFound is not null)
            return AddressReport.Failed(await WithGroupsAsync(notFound, cancellationToken));
        var (members, unknown) = await MembersAsync(info!, cancellationToken);
        if (members is null)
            return AddressReport.Failed(unknown ?? await WithGroupsAsync(NotMember(), cancellationToken));

        var (nickname, name) = (TextOf(login!, "nickname"), TextOf(info!, "group_name"));
        return AddressReport.Proven(new Phrase($"{nickname} 在群 {name}", $"{nickname} is in the group {name}"));
    }

    /// <summary>How many members the group has; null if the bridge does not tell.</summary>
    /// <exception cref="HttpRequestException">The bridge could not be asked or refused.</exception>
    public async Task<int?> CountMembersAsync(CancellationToken cancellationToken)
    {
        var (info, failure) = await AskAsync(OneBotCall.GroupInfo(group.GroupId), nameof(OneBotGroup.GroupId), cancellationToken);
        var (members, unknown) = failure is null ? await MembersAsync(info!, cancellationToken) : (null, failure);
        return unknown is null ? members : throw new HttpRequestException(unknown.Reason.En);
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

    /// <summary>
    /// Of a group that the account is not in bridges tell a name, but no members. Not every bridge counts them, and each can list them; one that refuses
    /// to has none to list. One that could not be asked tells nothing of the group.
    /// </summary>
    private async Task<(int? Members, AccountFault? Unknown)> MembersAsync(PlatformAnswer info, CancellationToken cancellationToken)
    {
        if (PlatformAnswer.Number(DataOf(info), "member_count") is { } told)
            return (told is > 0 and <= int.MaxValue ? (int)told : null, null);

        var call = OneBotCall.Members(group.GroupId);
        var (answer, failure) = await bot.AskAsync(call, cancellationToken);
        if (answer is null)
            return (null, new AccountFault(nameof(OneBotBot.Url), failure!));
        if (!OneBotReply.IsOk(answer))
            return (null, OneBotReply.Interpret(answer, call.Action) is SendResult.Rejected { Field: null or nameof(OneBotGroup.GroupId) } ? null : FaultOf(answer, call.Action, null));

        return (ListOf(answer).Count is > 0 and var listed ? listed : null, null);
    }

    /// <summary>The fault of a group's number, with the groups that the account is in: the right number is most likely among them.</summary>
    private async Task<AccountFault> WithGroupsAsync(AccountFault fault, CancellationToken cancellationToken)
    {
        if (fault.Field != nameof(OneBotGroup.GroupId))
            return fault;

        var (list, _) = await AskAsync(OneBotCall.Question("get_group_list"), null, cancellationToken);
        var groups = list is null ? [] : ListOf(list).Select(NameOf).OfType<string>().Take(MostGroupsShown).ToList();
        return groups.Count == 0 ? fault : fault with
        {
            Reason = new Phrase($"{fault.Reason.Zh}；这个 QQ 号在的群：{string.Join('、', groups)}", $"{fault.Reason.En}; the account is in: {string.Join(", ", groups)}"),
        };
    }

    private static string? NameOf(JsonElement listed) => PlatformAnswer.Number(listed, "group_id") is { } id
        ? $"{id} {Utf16Text.Cut(OneLine.Of(PlatformAnswer.Text(listed, "group_name") ?? ""), LongestName)}".TrimEnd()
        : null;

    private static IReadOnlyList<JsonElement> ListOf(PlatformAnswer answer) => DataOf(answer) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static string? TextOf(PlatformAnswer answer, string name) => PlatformAnswer.Text(DataOf(answer), name);

    private static JsonElement DataOf(PlatformAnswer answer) => PlatformAnswer.Member(answer.Json, "data") ?? default;
}
