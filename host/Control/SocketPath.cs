using System.Text;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Control;

// The path of the control socket as the operating system accepts it: about a hundred bytes. A longer one is shortened by a symbolic link to
// the directory, in a temporary directory that only this user can enter.
internal sealed class SocketPath : IDisposable
{
    private const string FileName = "control.sock";

    // 108 bytes on Linux and 104 elsewhere, with a final zero.
    private const int BytesMax = 103;

    private const string Link = "d";

    private readonly string? temporary;

    /// <exception cref="RemedyException">The path of the temporary directory is too long as well.</exception>
    public SocketPath(string directory)
    {
        File = Path.Combine(Path.GetFullPath(directory), FileName);
        Text = File;
        if (IsTooLong(Text))
        {
            temporary = Directory.CreateTempSubdirectory("ccm-").FullName;
            var link = Path.Combine(temporary, Link);
            Directory.CreateSymbolicLink(link, Path.GetFullPath(directory));
            Text = Path.Combine(link, FileName);
        }

        if (IsTooLong(Text))
        {
            Dispose();
            throw new RemedyException(
                $"A socket's path has {BytesMax} bytes at most, and {File} and {Text} have more; set Data:Directory or TMPDIR to a shorter one.");
        }
    }

    /// <summary>The file of the socket.</summary>
    public string File { get; }

    /// <summary>A path to the file that fits into a socket's address.</summary>
    public string Text { get; }

    public void Dispose()
    {
        try
        {
            if (temporary is not null)
            {
                System.IO.File.Delete(Path.Combine(temporary, Link));
                Directory.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system has cleaned the temporary directory, or does so later.
        }
    }

    private static bool IsTooLong(string path) => Encoding.UTF8.GetByteCount(path) > BytesMax;
}
