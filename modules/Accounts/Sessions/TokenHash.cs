using System.Runtime.InteropServices;

namespace Cryptocardium.Accounts.Sessions;

// A SHA-256 as a value type, so that it can be a dictionary key without a custom comparer.
internal readonly record struct TokenHash(UInt128 High, UInt128 Low)
{
    public static TokenHash From(ReadOnlySpan<byte> bytes) =>
        new(MemoryMarshal.Read<UInt128>(bytes), MemoryMarshal.Read<UInt128>(bytes[16..]));
}
