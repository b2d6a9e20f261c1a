using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>Hands one message to its adapter, once, and says what became of it whatever happens.</summary>
public sealed class MessageSender(IReadOnlyDictionary<string, IMessagingAdapter> adapters, PictureFiles pictures, TimeProvider time, ILogger<MessageSender> logger)
{
    /// <summary>An adapter that asks for more did not reckon right: no sum with the present must overflow, and an account must come back some day.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>A throttle costs no attempt: without a pause the same message would be handed over again at once, and again.</summary>
    private static readonly TimeSpan LeastThrottle = TimeSpan.FromSeconds(1);

    /// <summary>The adapter of a post; null if it is no longer configured.</summary>
    public IMessagingAdapter? AdapterOf(LeasedPost post) => adapters.GetValueOrDefault(post.Adapter);

    /// <summary>The account that posts to an address by the settings in force.</summary>
    public AccountKey AccountOf(string adapter, string address) => adapters.AccountOf(adapter, address);

    public async Task<SendResult> SendAsync(IMessagingAdapter adapter, LeasedPost post, LeasedMessage message)
    {
        OutgoingMessage outgoing;
        try
        {
            outgoing = message.Message.Open(pictures);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SendResult.Rejected(new Phrase($"读不到图片：{exception.Message}", $"picture can't be read: {exception.Message}")) { IsOwnCheck = true };
        }
        catch (Exception exception) when (exception is UriFormatException or JsonException)
        {
            return new SendResult.Rejected(new Phrase("卡片的内容读不出来", "the card can't be read")) { IsOwnCheck = true };
        }

        var started = time.GetTimestamp();
        var result = await SendAsync(adapter, post, new SendRequest($"{post.PostId}.{message.Index}", post.Address, outgoing)).ConfigureAwait(false);
        PushMetrics.Record(post.Adapter, result, time.GetElapsedTime(started));
        return result;
    }

    private async Task<SendResult> SendAsync(IMessagingAdapter adapter, LeasedPost post, SendRequest request)
    {
        try
        {
            // Nothing but the adapter's own time-out ends the call: torn, it would leave a message of unknown fate.
            return Sound(await adapter.SendAsync(request, CancellationToken.None).ConfigureAwait(false))
                ?? new SendResult.Unknown(new Phrase($"适配器 {post.Adapter} 没有给出结果", $"adapter {post.Adapter} gave no result"));
        }
        catch (Exception exception)
        {
            // The supervised edge to adapters: whatever escapes one, the message may have left.
            logger.AdapterThrew(exception, post.Adapter, post.PostId);
            return new SendResult.Unknown(new Phrase($"适配器 {post.Adapter} 出错", $"adapter {post.Adapter} threw {exception.GetType().Name}"));
        }
    }

    /// <summary>The answer with pauses that can be kept, whoever wrote the adapter.</summary>
    private static SendResult? Sound(SendResult? result) => result switch
    {
        SendResult.RetryAfter retry => retry with { Delay = Within(TimeSpan.Zero, retry.Delay) },
        SendResult.Throttled { IsOwnCount: false } throttled => throttled with { Delay = Within(LeastThrottle, throttled.Delay) },
        SendResult.Throttled own => own with { Delay = Within(TimeSpan.Zero, own.Delay) },
        SendResult.Blocked { Delay: { } delay } blocked => blocked with { Delay = Within(LeastThrottle, delay) },
        SendResult.Unknown { AccountPause: { } pause } unknown => unknown with { AccountPause = Within(TimeSpan.Zero, pause) },
        _ => result,
    };

    private static TimeSpan Within(TimeSpan least, TimeSpan delay) => delay < least ? least : delay > Longest ? Longest : delay;
}
