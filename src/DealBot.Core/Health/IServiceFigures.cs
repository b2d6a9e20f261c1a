namespace DealBot.Core.Health;

/// <summary>Reads how the work stands. The queries are cheap enough for every few seconds.</summary>
public interface IServiceFigures
{
    Task<ServiceFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Posts sent after the first moment and until the second.</summary>
    Task<IReadOnlyList<SentPost>> SentAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>What every account was handed within the last day.</summary>
    Task<IReadOnlyList<AccountLoad>> LoadsAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
