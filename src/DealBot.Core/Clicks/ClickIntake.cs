namespace DealBot.Core.Clicks;

/// <summary>What becomes of a request for a link: it is told what it is, given a visitor, and kept.</summary>
public sealed class ClickIntake(ClickClassifier classifier, ClickBursts bursts, VisitorIds visitors, ClickRecorder recorder)
{
    /// <summary>Keeps a click.</summary>
    /// <returns>True once it is on the disk; false if it could not be kept and was counted as lost.</returns>
    public Task<bool> TakeAsync(TrackedLink link, in ClickRequest request, DateTimeOffset at)
    {
        var visitor = visitors.For(request.Address, request.UserAgent, at);
        var (kind, rule) = classifier.Classify(request);
        if (kind == ClickKind.Person)
        {
            (kind, rule) = bursts.Judge(visitor, link.Code, at);
        }

        return recorder.RecordAsync(new Click(link.Code, link.GroupId, at, kind, visitor) { Rule = rule });
    }
}
