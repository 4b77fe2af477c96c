using System.Text;

namespace OmnichannelAdmin.Sandbox.Tests.Loopback;

/// <summary>A stream whose length nobody knows beforehand.</summary>
internal sealed class UnseekableStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override bool CanSeek => false;
}
