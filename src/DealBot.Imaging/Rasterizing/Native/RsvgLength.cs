using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct RsvgLength(double Length, int Unit);
