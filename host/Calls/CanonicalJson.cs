using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cryptocardium.Host.Calls;

// Writes JSON in a form that is equal for equal values: members are sorted, white space and escapes are gone, numbers count by value. The form is
// not JSON; texts have their length in front, so that no two values share a form.
internal sealed class CanonicalJson
{
    private const int InitialBytes = 512;
    private const int LengthBytes = 4;

    private byte[] buffer = new byte[InitialBytes];
    private int count;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, count);

    /// <summary>Adds bytes as they are.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        count += bytes.Length;
    }

    /// <summary>Adds a text, which ends at the line.</summary>
    public void AddLine(string? text)
    {
        count += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0)));
        Add("\n"u8);
    }

    /// <summary>Adds the form of a value.</summary>
    /// <param name="json">Valid JSON.</param>
    public void AddJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        AddValue(ref reader);
    }

    private Span<byte> Reserve(int bytes)
    {
        if (buffer.Length - count < bytes)
        {
            Array.Resize(ref buffer, Math.Max(count + bytes, buffer.Length * 2));
        }

        return buffer.AsSpan(count);
    }

    private void AddValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                AddObject(ref reader);
                break;
            case JsonTokenType.StartArray:
                Add("["u8);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    AddValue(ref reader);
                }

                Add("]"u8);
                break;
            case JsonTokenType.String:
                AddText(ref reader);
                break;
            case JsonTokenType.Number:
                AddNumber(reader.ValueSpan);
                break;
            default:
                Add(reader.ValueSpan[..1]);
                break;
        }
    }

    // Members are written in their order first, and moved if that is not the order of their names.
    private void AddObject(ref Utf8JsonReader reader)
    {
        Add("{"u8);
        var start = count;
        var members = new List<Range>();
        var isSorted = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var from = count;
            AddText(ref reader);
            reader.Read();
            AddValue(ref reader);
            var member = (from - start)..(count - start);
            isSorted = isSorted && (members.Count == 0 || Compare(buffer.AsSpan(start), members[^1], member) < 0);
            members.Add(member);
        }

        if (!isSorted)
        {
            var unsorted = buffer[start..count];
            members.Sort((a, b) => Compare(unsorted, a, b));
            count = start;
            foreach (var member in members)
            {
                Add(unsorted.AsSpan(member));
            }
        }

        Add("}"u8);
    }

    // Names differ, and come first.
    private static int Compare(ReadOnlySpan<byte> bytes, Range a, Range b) => bytes[a].SequenceCompareTo(bytes[b]);

    private void AddText(ref Utf8JsonReader reader)
    {
        var target = Reserve(LengthBytes + reader.ValueSpan.Length);
        var length = reader.CopyString(target[LengthBytes..]);
        BinaryPrimitives.WriteInt32BigEndian(target, length);
        count += LengthBytes + length;
    }

    // Digits without zeros at either end, and the exponent of the last one.
    private void AddNumber(ReadOnlySpan<byte> number)
    {
        var mantissa = number;
        var exponent = 0;
        if (number.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var at)
        {
            mantissa = number[..at];
            if (!int.TryParse(number[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                // An exponent beyond all bounds is compared as it is written.
                Add(number);
                Add(";"u8);
                return;
            }
        }

        var isNegative = mantissa[0] == '-';
        var digits = new StringBuilder(mantissa.Length);
        var point = mantissa.IndexOf((byte)'.');
        foreach (var each in mantissa)
        {
            if (char.IsAsciiDigit((char)each) && (digits.Length > 0 || each != '0'))
            {
                digits.Append((char)each);
            }
        }

        long last = (long)exponent - (point < 0 ? 0 : mantissa.Length - point - 1);
        var length = digits.Length;
        while (length > 0 && digits[length - 1] == '0')
        {
            length--;
            last++;
        }

        digits.Length = length;
        Add(Encoding.ASCII.GetBytes(length == 0 ? "#0;" : string.Create(CultureInfo.InvariantCulture, $"#{(isNegative ? "-" : "")}{digits}e{last};")));
    }
}
