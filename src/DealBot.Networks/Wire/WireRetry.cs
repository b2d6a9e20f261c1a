using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace DealBot.Networks.Wire;

/// <summary>Repeats a call that failed for passing reasons. Every call here may be repeated: none changes anything at a network.</summary>
internal static class WireRetry
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<WireReply> Build(WireErrors errors, int maxRetries, TimeProvider clock, Func<double>? randomizer, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<WireReply> { TimeProvider = clock };
        if (maxRetries == 0)
        {
            return builder.Build();
        }

        var retry = new RetryStrategyOptions<WireReply>
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } reply && errors.Find(reply.Code).IsRetried),
            MaxRetryAttempts = maxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            OnRetry = attempt =>
            {
                logger.LogWarning(
                    "Call of {Network} failed with {Code}; attempt {Attempt} follows in {Delay}",
                    errors.Network,
                    attempt.Outcome.Result!.Code,
                    attempt.AttemptNumber + 2,
                    attempt.RetryDelay);
                return default;
            },
        };
        if (randomizer is not null)
        {
            retry.Randomizer = randomizer;
        }

        return builder.AddRetry(retry).Build();
    }
}
