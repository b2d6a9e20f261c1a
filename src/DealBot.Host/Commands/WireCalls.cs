using DealBot.Contracts;

namespace DealBot.Host.Commands;

/// <summary>Shows what would go over the wire, call by call, without calling anybody.</summary>
internal static class WireCalls
{
    /// <returns>The exit code.</returns>
    public static int Write(CommandContext context, IMessagingAdapter adapter, IEnumerable<SendRequest> requests)
    {
        var calls = requests.SelectMany(request => Preview(context, adapter, request)).ToList();
        context.Line("");
        if (calls.Count == 0)
        {
            context.Line(context.Say($"适配器 {adapter.Name} 看不到请求原文", $"adapter {adapter.Name} can't show its calls"));
            return ExitCodes.Done;
        }

        context.Line(context.Say("会发出的请求（密钥以 *** 代替）：", "The calls that would be made, secrets as ***:"));
        foreach (var call in calls)
        {
            context.Line($"{call.Method} {call.Address}");
            context.Line(call.Body);
        }

        return ExitCodes.Done;
    }

    private static IReadOnlyList<WireCall> Preview(CommandContext context, IMessagingAdapter adapter, SendRequest request)
    {
        try
        {
            return adapter.Preview(request);
        }
        catch (Exception exception)
        {
            // The supervised edge to adapters: the post itself has been shown already.
            context.Error(context.Say($"适配器 {adapter.Name} 出错：{exception.GetType().Name}", $"adapter {adapter.Name} threw {exception.GetType().Name}"));
            return [];
        }
    }
}
