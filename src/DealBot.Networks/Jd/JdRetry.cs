using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace DealBot.Networks.Jd;

/// <summary>Repeats a call that failed for passing reasons. Every call here may be repeated: none changes anything at JD.</summary>
internal static class JdRetry
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<JdReply> Build(int maxRetries, TimeProvider clock, Func<double>? randomizer, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<JdReply> { TimeProvider = clock };
        if (maxRetries == 0)
        {
            return builder.Build();
        }

        var retry = new RetryStrategyOptions<JdReply>
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } reply && JdErrors.IsRetried(reply.Code)),
            MaxRetryAttempts = maxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            OnRetry = attempt =>
            {
                logger.LogWarning(
                    "JD call failed with {Code}; attempt {Attempt} follows in {Delay}",
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
