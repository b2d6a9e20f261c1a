namespace DealBot.Imaging.Charts;

/// <summary>A mark on the value axis.</summary>
/// <param name="Value">What the mark stands for.</param>
/// <param name="Y">Where it is, in user units below the top edge of the chart.</param>
public readonly record struct ChartTick(double Value, double Y);
