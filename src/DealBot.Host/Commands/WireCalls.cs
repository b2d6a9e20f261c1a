using DealBot.Contracts;

namespace DealBot.Host.Commands;

/// <summary>Shows what would go over the wire, call by call, and what would not and why, without calling anybody.</summary>
internal static class WireCalls
{
    /// <returns>The exit code: a message that the adapter would refuse is a fault.</returns>
    public static int Write(CommandContext context, IMessagingAdapter adapter, IEnumerable<SendRequest> requests)
    {
        var messages = requests.ToList();
        var refusals = messages.Select(message => Ask(context, adapter, it => it.Refuse(message), otherwise: null)).OfType<SendResult.Rejected>().ToList();
        var calls = messages.SelectMany(message => Ask(context, adapter, it => it.Preview(message), otherwise: [])).ToList();
        context.Line("");
        if (calls.Count > 0)
        {
            context.Line(context.Say("会发出的请求（密钥以 *** 代替）：", "The calls that would be made, secrets as ***:"));
        }
        else if (refusals.Count == 0)
        {
            context.Line(context.Say($"适配器 {adapter.Name} 看不到请求原文", $"adapter {adapter.Name} can't show its calls"));
        }

        foreach (var call in calls)
        {
            context.Line($"{call.Method} {call.Address}");
            context.Line(call.Body);
        }

        foreach (var refusal in refusals)
        {
            context.Error(context.Say($"这条发不出去：{refusal.Reason.Zh}", $"this would not go out: {refusal.Reason.En}"));
        }

        return refusals.Count == 0 ? ExitCodes.Done : ExitCodes.Fault;
    }

    private static T Ask<T>(CommandContext context, IMessagingAdapter adapter, Func<IMessagingAdapter, T> question, T otherwise)
    {
        try
        {
            return question(adapter);
        }
        catch (Exception exception)
        {
            // The supervised edge to adapters: the post itself has been shown already.
            context.Error(context.Say($"适配器 {adapter.Name} 出错：{exception.GetType().Name}", $"adapter {adapter.Name} threw {exception.GetType().Name}"));
            return otherwise;
        }
    }
}
