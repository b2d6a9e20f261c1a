using System.Text.Json;
using DealBot.Adapters.WeComTask.Payloads;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>How a task stands: what WeCom says of the group itself, and where it says nothing of it, of the task.</summary>
internal sealed class WeComTaskStatus(WeComTaskClient client, int confirmedStatus)
{
    public async Task<ConfirmationState> AskAsync(WeComTaskChat chat, string taskId, CancellationToken cancellationToken)
    {
        var sent = await client.GetSendResultAsync(new WeComTaskQuestion(taskId) { UserId = chat.Sender }, cancellationToken);
        if (sent.Failure is not null)
            return new ConfirmationState.Unknowable(sent.Reason);
        if (Find(sent, "send_list", "chat_id", chat.ChatId) is { } entry)
            return OfGroup(entry, chat.Sender);

        var task = await client.GetTaskAsync(new WeComTaskQuestion(taskId), cancellationToken);
        return task.Failure is not null ? new ConfirmationState.Unknowable(task.Reason)
            : Find(task, "task_list", "userid", chat.Sender) is { } owner ? OfTask(owner)
            : new ConfirmationState.Waiting();
    }

    private static ConfirmationState OfGroup(JsonElement entry, string sender) => PlatformAnswer.Number(entry, "status") switch
    {
        0 => new ConfirmationState.Waiting(),
        1 => new ConfirmationState.Sent(TimeOf(entry)),
        2 => new ConfirmationState.Ended(new Phrase(
            $"{sender} 确认了，但企业微信没有发到这个群（status 2），请确认群还在、{sender} 仍是群主",
            $"{sender} confirmed it, but WeCom did not deliver it to this group (status 2); make sure that the group is there and {sender} owns it")),
        3 => new ConfirmationState.Ended(new Phrase(
            "群已经收到别的群发消息，本次的额度已用完（status 3）", "The group has received another such message and its quota is used up (status 3)")),
        var status => Unheard(status),
    };

    private ConfirmationState OfTask(JsonElement owner) => PlatformAnswer.Number(owner, "status") switch
    {
        0 => new ConfirmationState.Waiting(),
        { } status when status == confirmedStatus => new ConfirmationState.Sent(TimeOf(owner)),
        var status => Unheard(status),
    };

    private static JsonElement? Find(WeComApiAnswer answer, string list, string name, string value) => answer.List(list)
        .Where(entry => value.Equals(PlatformAnswer.Text(entry, name), StringComparison.OrdinalIgnoreCase))
        .Select(entry => (JsonElement?)entry)
        .FirstOrDefault();

    private static DateTimeOffset? TimeOf(JsonElement entry) =>
        PlatformAnswer.Number(entry, "send_time") is { } seconds and > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static ConfirmationState.Unknowable Unheard(long? status) => new(new Phrase(
        $"企业微信给出了没有说明过的状态（status {status}），请在客户端里查看", $"WeCom gives a state that it does not explain (status {status}); look into its client"));
}
