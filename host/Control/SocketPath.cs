namespace Cryptocardium.Host.Control;

// The path of the control socket as the operating system accepts it: about a hundred bytes. A longer one is shortened by a symbolic link to
// the directory, in a temporary directory that only this user can enter.
internal sealed class SocketPath : IDisposable
{
    private const string FileName = "control.sock";

    // 108 bytes on Linux and 104 elsewhere, with a final zero.
    private const int BytesMax = 103;

    private readonly string? temporary;

    public SocketPath(string directory)
    {
        File = Path.Combine(Path.GetFullPath(directory), FileName);
        Text = File;
        if (System.Text.Encoding.UTF8.GetByteCount(File) > BytesMax)
        {
            temporary = Directory.CreateTempSubdirectory("ccm-").FullName;
            var link = Path.Combine(temporary, "d");
            Directory.CreateSymbolicLink(link, Path.GetFullPath(directory));
            Text = Path.Combine(link, FileName);
        }
    }

    /// <summary>The file of the socket.</summary>
    public string File { get; }

    /// <summary>A path to the file that fits into a socket's address.</summary>
    public string Text { get; }

    public void Dispose()
    {
        if (temporary is not null)
        {
            System.IO.File.Delete(Path.Combine(temporary, "d"));
            Directory.Delete(temporary);
        }
    }
}
