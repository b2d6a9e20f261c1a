using DealBot.Core.Posting;

namespace DealBot.Core.Rendering;

/// <summary>What a post says: all of it, or nothing and the reason.</summary>
public abstract record RenderedPost
{
    private RenderedPost()
    {
    }

    /// <summary>Ready to be planned.</summary>
    /// <param name="Messages">Messages in order.</param>
    /// <param name="AdLawFlags">Forbidden words found in the copy.</param>
    public sealed record Ready(IReadOnlyList<StoredMessage> Messages, IReadOnlyList<string> AdLawFlags) : RenderedPost
    {
        /// <summary>What the QR codes of the poster say, as they were drawn.</summary>
        public IReadOnlyList<string> QrCodes { get; init; } = [];
    }

    /// <summary>Nothing can be posted.</summary>
    public sealed record Refused(SkipReason Reason) : RenderedPost;
}
