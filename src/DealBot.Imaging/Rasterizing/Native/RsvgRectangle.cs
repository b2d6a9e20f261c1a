using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct RsvgRectangle(double X, double Y, double Width, double Height);
