namespace DealBot.Core.Notices;

/// <summary>Takes what owners are to be told.</summary>
public interface INotices
{
    /// <summary>Keeps a notice, to be told soon. One of the same kind and subject that is still to be told is replaced.</summary>
    Task TellAsync(Notice notice, CancellationToken cancellationToken);
}
