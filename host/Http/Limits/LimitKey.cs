using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Host.Http.Limits;

// The key that calls are counted under: a credential, or the address of an anonymous caller.
internal readonly record struct LimitKey(string? Credential, UInt128 Address)
{
    private const int Ipv6NetworkBits = 64; // the prefix that networks assign to one customer

    private const char AddressMark = '@'; // no credential begins with it

    public bool IsAnonymous => Credential is null;

    public static LimitKey Of(string credential) => new(credential, default);

    /// <summary>Reads the text that <see cref="ToString"/> writes.</summary>
    public static LimitKey Parse(ReadOnlySpan<char> text) => text[0] == AddressMark
        ? new(null, UInt128.Parse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
        : Of(text.ToString());

    public override string ToString() => Credential ?? string.Create(CultureInfo.InvariantCulture, $"{AddressMark}{Address:x}");

    public static LimitKey Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (address is null || !address.TryWriteBytes(bytes, out _))
        {
            return default;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6)
        {
            bytes[(Ipv6NetworkBits / 8)..].Clear();
        }
        else if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            bytes[..4].CopyTo(bytes[12..]);
            bytes[..12].Clear();
            bytes[10] = bytes[11] = byte.MaxValue;
        }

        return new(null, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }
}
