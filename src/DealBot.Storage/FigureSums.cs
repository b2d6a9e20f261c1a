using System.Data;
using DealBot.Contracts;
using DealBot.Core.Metrics;

namespace DealBot.Storage;

/// <summary>Rows of <c>metrics_hourly</c> being added up.</summary>
internal sealed class FigureSums
{
    /// <summary>What is selected after the one column that is grouped by.</summary>
    public const string Columns = "posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks";

    private readonly long[] _sums = new long[8];

    /// <summary>Adds the row that a reader stands on.</summary>
    public void Add(IDataRecord row)
    {
        for (var column = 0; column < _sums.Length; column++)
        {
            _sums[column] += row.GetInt64(column + 1);
        }
    }

    public Figures ToFigures() => new(_sums[0], _sums[1], _sums[2], _sums[3], new Money(_sums[4]), new Money(_sums[5]))
    {
        RawClicks = _sums[6],
        LostClicks = _sums[7],
    };
}
