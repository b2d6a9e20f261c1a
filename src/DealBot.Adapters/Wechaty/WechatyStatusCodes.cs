using DealBot.Adapters.Wire;
using DealBot.Adapters.Wire.Grpc;
using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>
/// What a status of the service means. Services report whatever their puppet throws as status 2, before as well as after it has sent
/// something: only what says plainly that nothing was sent counts as that.
/// </summary>
internal static class WechatyStatusCodes
{
    private static readonly TimeSpan CrowdedPause = TimeSpan.FromMinutes(1);

    /// <summary>A message is not sent: why.</summary>
    public static SendResult Interpret(GrpcStatus status) => status.Code switch
    {
        GrpcCode.Unauthenticated => new SendResult.Rejected(WrongToken, nameof(WechatyPuppet.Token)),
        GrpcCode.PermissionDenied => new SendResult.Blocked(Say(status, "puppet 服务不允许这个账号发送，请检查服务的授权", "The puppet service does not let this account send; check what it is licensed for")),
        GrpcCode.ResourceExhausted when Says(status, "larger than max") => new SendResult.Rejected(Say(status, "消息太大，puppet 服务不接收，请缩小图片", "The message is too large for the puppet service; make the picture smaller")),
        GrpcCode.ResourceExhausted => new SendResult.Throttled(CrowdedPause, Say(status, "puppet 服务说太频繁或额度用完，暂停一分钟", "The puppet service says that it is too much or used up; pausing for a minute")),
        GrpcCode.Unimplemented => new SendResult.Rejected(Say(status, "这个 puppet 服务没有发送这类消息的接口", "The puppet service can't send this kind of message")),
        GrpcCode.InvalidArgument => new SendResult.Rejected(Say(status, "puppet 服务拒绝了消息的内容", "The puppet service refuses what is in the message")),
        GrpcCode.NotFound => new SendResult.Rejected(Say(status, "puppet 服务找不到这个群，请检查群的 Id 或 Topic", "The puppet service does not find the room; check its Id or Topic")) { OnlyThisAddress = true },
        GrpcCode.Unknown when Says(status, "not logged in") => new SendResult.Blocked(NotLoggedIn),
        GrpcCode.Unknown when Says(status, "Unsupported API") => new SendResult.Rejected(Say(status, "这个 puppet 不支持发送这类消息", "The puppet does not support this kind of message")),
        _ => new SendResult.Unknown(Say(status, "puppet 服务报告出错，消息可能已送达，请在群里确认", "The puppet service reports an error and the message may have arrived; look into the group")),
    };

    /// <summary>A question is not answered: why, and the setting at fault.</summary>
    public static AccountFault Explain(GrpcStatus status) => status.Code switch
    {
        GrpcCode.Unauthenticated => new AccountFault(nameof(WechatyPuppet.Token), WrongToken),
        GrpcCode.Unimplemented => new AccountFault(nameof(WechatyPuppet.Endpoint), Say(status, "这里不是 Wechaty puppet 服务，请检查 Endpoint", "This is no Wechaty puppet service; check Endpoint")),
        GrpcCode.Unknown when Says(status, "not logged in") => new AccountFault(null, NotLoggedIn),
        _ => new AccountFault(null, Say(status, "puppet 服务报告出错", "The puppet service reports an error")),
    };

    public static Phrase WrongToken { get; } = new(
        "puppet 服务不接受这个 Token，请填写启动服务时用的那一个（状态 16）",
        "The puppet service does not accept the Token; give the one that it was started with (status 16)");

    public static Phrase NotLoggedIn { get; } = new(
        "puppet 的聊天账号没有登录，请在 puppet 服务那边扫码登录",
        "The puppet's chat account is not logged in; scan the QR code at the puppet service");

    public static Phrase HeardElsewhere { get; } = new(
        "别的程序已经在接收这个 puppet 的事件，而 puppet 服务只允许一个（状态 6），请停掉另一个",
        "Another program receives the events of this puppet, and the service allows only one (status 6); stop the other");

    private static bool Says(GrpcStatus status, string words) => status.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static Phrase Say(GrpcStatus status, string zh, string en) => new($"{zh}（状态 {(int)status.Code}）", $"{en} (status {(int)status.Code})");
}
