using System.Diagnostics.Metrics;
using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Counts what platforms answer, by adapter: the meter <c>DealBot</c>.</summary>
internal static class PushMetrics
{
    private static readonly Meter Meter = new("DealBot");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("dealbot.posts.sent", "{message}", "messages that a platform took");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("dealbot.posts.failed", "{message}", "messages that certainly were not sent, those tried again included");
    private static readonly Counter<long> Unknown = Meter.CreateCounter<long>("dealbot.posts.unknown", "{message}", "messages that may have arrived");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("dealbot.push.duration", "s", "from handing a message over to the answer");

    public static void Record(string adapter, SendResult result, TimeSpan duration)
    {
        var tag = KeyValuePair.Create<string, object?>("adapter", adapter);
        var counter = result switch
        {
            SendResult.Sent or SendResult.Awaiting => Sent,
            SendResult.Unknown => Unknown,
            _ => Failed,
        };
        counter.Add(1, tag, KeyValuePair.Create<string, object?>("answer", result.GetType().Name));
        Duration.Record(duration.TotalSeconds, tag);
    }
}
