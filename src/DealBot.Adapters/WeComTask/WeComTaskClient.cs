using System.Net;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.WeComTask.Payloads;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.WeComTask;

/// <summary>Calls of the application's interfaces, each with the token, which is renewed once if WeCom refuses it.</summary>
internal sealed class WeComTaskClient
{
    private static readonly TimeSpan AskDelay = TimeSpan.FromSeconds(15);

    private readonly IWeComApi _api;
    private readonly PlatformHttp _platform;
    private readonly WeComTokens _tokens;

    public WeComTaskClient(HttpClient http, WeComTaskOptions options, TimeProvider time)
    {
        _api = RestClient.For<IWeComApi>(new RootedRequester(http, options.BaseUrl));
        _platform = new PlatformHttp(WeComOptionsValidator.Platform, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        _tokens = new WeComTokens(_api, _platform, options, time);
    }

    public Task<SendResult> AddTaskAsync(WeComTaskPayload task, CancellationToken cancellationToken) =>
        SendAsync(task, _api.AddTaskAsync, answer => TaskOf(answer, task), cancellationToken);

    public Task<SendResult> SendToMemberAsync(WeComAppPayload message, CancellationToken cancellationToken) =>
        SendAsync(message, _api.SendToMemberAsync, answer => AppMessageOf(answer, message.ToUser), cancellationToken);

    /// <summary>Uploads a picture; <c>media_id</c> of the answer names it.</summary>
    public Task<WeComApiAnswer> UploadAsync(OutgoingMessage.Image picture, CancellationToken cancellationToken)
    {
        var format = PictureFormat.Of(picture.Bytes.Span)!;
        return AskAsync(
            () => FileForm.New().With("media", $"picture.{format.Extension}", picture.Bytes, format.MediaType),
            (token, body, stop) => _api.UploadAsync(token, "image", body, stop),
            cancellationToken);
    }

    public Task<WeComApiAnswer> GetChatAsync(string chatId, CancellationToken cancellationToken) =>
        AskAsync(() => WatchedContent.Json(new WeComChatQuestion(chatId)), _api.GetChatAsync, cancellationToken);

    /// <summary>The first groups that a member owns.</summary>
    public Task<WeComApiAnswer> ListChatsAsync(string owner, int limit, CancellationToken cancellationToken) =>
        AskAsync(() => WatchedContent.Json(new WeComChatListQuestion(new WeComOwnerFilter([owner]), limit)), _api.ListChatsAsync, cancellationToken);

    public Task<WeComApiAnswer> GetTaskAsync(WeComTaskQuestion question, CancellationToken cancellationToken) =>
        AskAsync(() => WatchedContent.Json(question), _api.GetTaskAsync, cancellationToken);

    public Task<WeComApiAnswer> GetSendResultAsync(WeComTaskQuestion question, CancellationToken cancellationToken) =>
        AskAsync(() => WatchedContent.Json(question), _api.GetSendResultAsync, cancellationToken);

    /// <summary>Whether CorpId and Secret are good.</summary>
    public Task<WeComPass> SignInAsync(CancellationToken cancellationToken) => _tokens.GetAsync(cancellationToken);

    private async Task<SendResult> SendAsync<T>(
        T payload,
        Func<string, HttpContent, CancellationToken, Task<HttpResponseMessage>> call,
        Func<PlatformAnswer, SendResult> interpret,
        CancellationToken cancellationToken)
    {
        for (var mayRenew = true; ; mayRenew = false)
        {
            var pass = await _tokens.GetAsync(cancellationToken);
            if (pass.Failure is { } failure)
                return failure;

            var isTokenRefused = false;
            using var body = WatchedContent.Json(payload);
            var result = await _platform.SendAsync(
                body,
                stop => call(pass.Token, body, stop),
                answer =>
                {
                    if (answer.Status != HttpStatusCode.OK || answer.Number("errcode") is not { } code)
                        return null;

                    isTokenRefused = WeComApiCodes.RefusesToken(code);
                    return code == 0 ? interpret(answer) : WeComApiCodes.Interpret(code);
                },
                cancellationToken);
            // A call whose token was refused has done nothing, so that this is no repetition.
            if (!isTokenRefused || !mayRenew)
                return result;

            await _tokens.ForgetAsync(pass.Token, cancellationToken);
        }
    }

    private async Task<WeComApiAnswer> AskAsync(
        Func<HttpContent> makeBody, Func<string, HttpContent, CancellationToken, Task<HttpResponseMessage>> call, CancellationToken cancellationToken)
    {
        for (var mayRenew = true; ; mayRenew = false)
        {
            var pass = await _tokens.GetAsync(cancellationToken);
            if (pass.Failure is not null)
                return new WeComApiAnswer(default, pass.Failure, pass.Code);

            using var body = makeBody();
            var (answer, failure) = await _platform.AskAsync(stop => call(pass.Token, body, stop), cancellationToken);
            if (!mayRenew || !WeComApiCodes.RefusesToken(answer?.Number("errcode")))
                return AnswerOf(answer, failure);

            await _tokens.ForgetAsync(pass.Token, cancellationToken);
        }
    }

    private static WeComApiAnswer AnswerOf(PlatformAnswer? answer, Phrase? failure)
    {
        if (answer is null)
            return new WeComApiAnswer(default, new SendResult.RetryAfter(AskDelay, failure!));
        if (answer.Status != HttpStatusCode.OK || answer.Number("errcode") is not { } code)
            return new WeComApiAnswer(default, new SendResult.RetryAfter(AskDelay, WeComApiCodes.NotWeCom(answer.Status)));

        return code == 0 ? new WeComApiAnswer(answer.Json) : new WeComApiAnswer(default, WeComApiCodes.Interpret(code), code);
    }

    private static SendResult TaskOf(PlatformAnswer answer, WeComTaskPayload task)
    {
        var failed = new WeComApiAnswer(answer.Json).List("fail_list").Select(item => item.ToString());
        if (failed.Any(task.ChatIds.Contains))
            return new SendResult.Rejected(NotForThisGroup(task.Sender)) { OnlyThisAddress = true };

        return answer.Text("msgid") is { Length: > 0 } taskId
            ? new SendResult.Awaiting(taskId, ToBeConfirmed(task.Sender))
            : new SendResult.Unknown(NoTaskId(task.Sender));
    }

    // One receiver: named as invalid, it is none. WeCom documents 81013 for that; both are read.
    private static SendResult AppMessageOf(PlatformAnswer answer, string userId) =>
        (answer.Text("invaliduser") ?? "").Split('|').Contains(userId, StringComparer.OrdinalIgnoreCase)
            ? WeComApiCodes.Interpret(81013)
            : new SendResult.Sent(answer.Text("msgid"));

    private static Phrase NotForThisGroup(string sender) => new(
        $"企业微信没有为这个群建群发任务：{sender} 不是群主，群已解散，或本月的条数已用完",
        $"WeCom made no task for this group: {sender} does not own it, it was dismissed, or its messages of this month are used up");

    private static Phrase ToBeConfirmed(string sender) => new(
        $"等待 {sender} 在企业微信客户端里确认群发", $"{sender} has to confirm it in WeCom's client");

    private static Phrase NoTaskId(string sender) => new(
        $"企业微信接受了群发任务但没有给出编号，无法跟踪，请问 {sender} 是否收到",
        $"WeCom took the task but gave no id, so it can't be followed; ask {sender} whether it is there");
}
