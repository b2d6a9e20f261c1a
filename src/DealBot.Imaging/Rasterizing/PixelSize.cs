namespace DealBot.Imaging.Rasterizing;

internal readonly record struct PixelSize(int Width, int Height);
