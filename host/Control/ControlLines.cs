using System.Globalization;
using System.Text;

namespace Cryptocardium.Host.Control;

// The text that a command writes over the socket: each line begins with >, the last one is = and the exit code.
internal sealed class ControlLines(Stream stream) : TextWriter
{
    private const char Line = '>';
    private const char Exit = '=';

    private readonly StreamWriter inner = new(stream, leaveOpen: true) { NewLine = "\n" };
    private bool isInLine;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (!isInLine)
        {
            inner.Write(Line);
        }

        inner.Write(value);
        isInLine = value != '\n';
        if (!isInLine)
        {
            inner.Flush();
        }
    }

    /// <summary>Writes the exit code; nothing follows it.</summary>
    public void End(int code)
    {
        if (isInLine)
        {
            Write('\n');
        }

        inner.Write(string.Create(CultureInfo.InvariantCulture, $"{Exit}{code}\n"));
        inner.Flush();
    }

    /// <summary>Copies the text of a command.</summary>
    /// <returns>Its exit code; null if the server stopped before the end.</returns>
    public static async Task<int?> Copy(Stream stream, TextWriter output, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            if (line[0] == Exit)
            {
                return int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
            }

            await output.WriteLineAsync(line.AsMemory(1), cancellationToken);
        }

        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
