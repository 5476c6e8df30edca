// Scanning, where the browser can by itself.

const EVERY_MS = 200;

/**
 * Looks through the camera until something is read or the sheet is closed.
 * @param {HTMLVideoElement} video
 * @param {HTMLDialogElement} dialog
 * @param {(code: string) => void} onread
 */
export async function scanInto(video, dialog, onread) {
  const camera = { video: { facingMode: 'environment' } };
  const stream = await navigator.mediaDevices.getUserMedia(camera);
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  dialog.addEventListener('close', stop, { once: true });
  video.srcObject = stream;
  await video.play();
  // @ts-ignore: not in every browser; the button is not shown where it is missing
  const detector = new BarcodeDetector();
  while (stream.active && dialog.open) {
    const [first] = await detector.detect(video);
    if (first) {
      stop();
      onread(first.rawValue);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
